package headway.traffic.convert;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import headway.base.memory.Slab;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Replaces matches of a regular expression; {@code \0} to {@code \9} in the replacement stand for groups, {@code \xHH} for a byte. */
public final class Substitution {
    private final Pattern pattern;
    private final byte[] replacement;
    private final boolean everywhere;

    public Substitution(Pattern pattern, String replacement, boolean everywhere) {
        this.pattern = pattern;
        this.replacement = replacement.getBytes(StandardCharsets.ISO_8859_1);
        this.everywhere = everywhere;
    }

    /** Replaces the value by the new text; a value without a match stays as it is. */
    public boolean convert(Scope scope, Sample value) {
        var bytes = Slab.bytes(value.at, value.length);
        var matcher = pattern.matcher(bytes);
        var out = new ByteArrayOutputStream(bytes.length + replacement.length);
        var from = 0;
        while (matcher.find(from)) {
            out.write(bytes, from, matcher.start() - from);
            replace(out, bytes, matcher, replacement);
            // As in HAProxy an empty match behind another one, or at the end, is one more.
            var isEmpty = matcher.end() == from;
            if (isEmpty && from < bytes.length) out.write(bytes[from]);
            from = isEmpty ? from + 1 : matcher.end();
            if (!everywhere || from > bytes.length) break;
        }
        if (from < bytes.length) out.write(bytes, from, bytes.length - from);
        return out.size() <= Scratch.LIMIT && put(scope, out.toByteArray(), value);
    }

    /** Appends the replacement with its groups filled in. */
    public static void replace(ByteArrayOutputStream out, byte[] bytes, Matcher matcher, byte[] replacement) {
        for (var i = 0; i < replacement.length; i++) {
            if (replacement[i] != '\\' || i + 1 == replacement.length) {
                out.write(replacement[i]);
                continue;
            }
            var c = replacement[++i];
            if (c < '0' || c > '9') {
                var isCode = c == 'x' && i + 2 < replacement.length;
                out.write(isCode ? code(replacement, i + 1) : c);
                if (isCode) i += 2;
            } else if (c - '0' <= matcher.groupCount() && matcher.start(c - '0') >= 0) {
                out.write(bytes, matcher.start(c - '0'), matcher.end(c - '0') - matcher.start(c - '0'));
            }
        }
    }

    /** The byte of two hexadecimal digits. */
    private static int code(byte[] text, int at) {
        return Digits.hex(text[at]) << 4 | Digits.hex(text[at + 1]);
    }

    private static boolean put(Scope scope, byte[] bytes, Sample value) {
        var at = scope.scratch().take(bytes.length);
        Slab.put(at, bytes);
        return value.text(at, bytes.length);
    }
}
