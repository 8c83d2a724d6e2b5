package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;

/** {@code name=value} pairs with ampersands or semicolons between them, as queries and forms have them. */
final class Pairs {
    private Pairs() {}

    /**
     * The value of the next pair of that name; {@link Sample#cursor} is set behind it. What has no equals sign is no pair.
     *
     * @param from offset at which to begin
     * @param end offset at which they end
     * @param name of length 0 for any
     */
    static boolean find(int at, int from, int end, Text name, boolean folded, Sample out) {
        while (from < end) {
            var to = from;
            while (to < end && !isSeparator(Slab.byteAt(at + to))) to++;
            var equals = from;
            while (equals < to && Slab.byteAt(at + equals) != '=') equals++;
            var next = to + 1;
            if (equals < to && isNamed(at + from, equals - from, name, folded)) {
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

    private static boolean isNamed(int at, int length, Text name, boolean folded) {
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
