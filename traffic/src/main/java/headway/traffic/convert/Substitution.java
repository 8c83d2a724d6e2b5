package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.pattern.Regex;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;

/**
 * Replaces matches of a regular expression; {@code \0} to {@code \9} in the replacement stand for groups, {@code \xHH} for a byte.
 *
 * @param everywhere not only where it matches first
 */
record Substitution(Regex regex, String replacement, boolean everywhere) {
    /** Replaces the value by the new text; a value without a match stays as it is. */
    boolean convert(Scope scope, Sample value) {
        var text = Slab.text(value.at, value.length);
        var out = new StringBuilder(text.length() + replacement.length());
        var from = 0;
        for (var places = regex.find(text, 0); places.length > 0; places = regex.find(text, from)) {
            out.append(text, from, places[0]);
            Regex.expand(text, places, replacement, out);
            // As in HAProxy an empty match behind another one, or at the end, is one more.
            var isEmpty = places[1] == from;
            if (isEmpty && from < text.length()) out.append(text.charAt(from));
            from = isEmpty ? from + 1 : places[1];
            if (!everywhere || from > text.length() || out.length() > Scratch.LIMIT) break;
        }
        if (from < text.length()) out.append(text, from, text.length());
        return out.length() <= Scratch.LIMIT && put(scope, out, value);
    }

    private static boolean put(Scope scope, CharSequence text, Sample value) {
        var at = scope.scratch().take(text.length());
        for (var i = 0; i < text.length(); i++) Slab.putByte(at + i, (byte) text.charAt(i));
        return value.text(at, text.length());
    }
}
