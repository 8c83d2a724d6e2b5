package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.Addresses;
import headway.language.sample.Sample;
import headway.language.sample.Scratch;

/** A list as one of its users sees it: with a way of comparing. Any thread, without a lock. */
public final class PatternUse {
    private final PatternList list;
    private final int index;

    PatternUse(PatternList list, int index) {
        this.list = list;
        this.index = index;
    }

    public PatternList list() {
        return list;
    }

    /** Whether a value, already of the method's type, equals a pattern. */
    public boolean matches(Sample value) {
        return list.current().index(index).holds(value);
    }

    /** Replaces the value by what the map has for it; false when it has nothing. */
    public boolean map(Scratch scratch, Sample value, MapOutput output) {
        var version = list.current();
        var entry = version.index(index).find(value);
        if (entry == PatternIndex.NONE) return false;
        var entries = version.entries();
        var slice = output == MapOutput.KEY ? entries.key(entry) : entries.value(entry);
        var size = Entries.length(slice);
        var at = scratch.take(size);
        entries.put(slice, at);
        return switch (output) {
            case STR, KEY -> value.text(at, size);
            case INT -> value.integer(number(at, size));
            case IP -> Addresses.read(at, size, value);
        };
    }

    /** {@link MapOutput#INT} has accepted it. */
    private static long number(int at, int size) {
        var number = 0L;
        for (var i = 0; i < size; i++) {
            var digit = Slab.byteAt(at + i) - '0';
            if (digit >= 0) number = number * 10 + digit;
        }
        return Slab.byteAt(at) == '-' ? -number : number;
    }

    /** The same as {@link #map} for {@code map_regm}: back-references in the map's text stand for what the expression has found. Allocates. */
    public boolean expand(Scratch scratch, Sample value) {
        var version = list.current();
        if (!(version.index(index) instanceof RegexIndex expressions)) throw new IllegalStateException("no -m reg");
        var entry = expressions.find(value);
        var regex = entry == PatternIndex.NONE ? null : expressions.regex(entry);
        var template = regex == null ? null : version.entries().valueText(entry);
        if (regex == null || template == null) return false;
        var text = regex.expand(Slab.text(value.at, value.length), template);
        if (text.length() > Scratch.LIMIT) return false;
        return put(scratch, text, value);
    }

    private static boolean put(Scratch scratch, String text, Sample value) {
        var at = scratch.take(text.length());
        for (var i = 0; i < text.length(); i++) Slab.putByte(at + i, (byte) text.charAt(i));
        return value.text(at, text.length());
    }
}
