package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;

/**
 * {@code name=value} pairs with ampersands or semicolons between them, as queries and forms have them: those of one name.
 *
 * @param name of length 0 for any
 * @param folded its case does not count
 */
record Pairs(Text name, boolean folded) {
    /**
     * The value of the next pair; {@link Sample#cursor} is set behind it. What has no equals sign is no pair.
     *
     * @param from offset at which to begin
     * @param end offset at which they end
     */
    boolean find(int at, int from, int end, Sample out) {
        while (from < end) {
            var to = from;
            while (to < end && !isSeparator(Slab.byteAt(at + to))) to++;
            var equals = from;
            while (equals < to && Slab.byteAt(at + equals) != '=') equals++;
            var next = to + 1;
            if (equals < to && isNamed(at + from, equals - from)) {
                out.cursor = next;
                out.more = out.iterate && next < end;
                return out.text(at + equals + 1, to - equals - 1);
            }
            from = next;
        }
        return false;
    }

    private static boolean isSeparator(byte c) {
        return c == '&' || c == ';';
    }

    private boolean isNamed(int at, int length) {
        if (name.length() == 0) return true;
        if (name.length() != length) return false;
        if (!folded) return Slab.equal(at, name.at(), length);
        for (var i = 0; i < length; i++) {
            if (Character.toLowerCase(Slab.byteAt(at + i)) != Character.toLowerCase(Slab.byteAt(name.at() + i)))
                return false;
        }
        return true;
    }
}
