package headway.language.format;

import headway.base.memory.Slab;

/** Numbers that were written as text. */
final class Numbers {
    private Numbers() {}

    /** The number at the beginning of a text, 0 when there is none; the plus before what is not complete yet does not count, and {@code true} is 1. */
    static long leading(int from, int to) {
        if (to > from && Slab.byteAt(from) == 't') return 1;
        var negative = to > from && Slab.byteAt(from) == '-';
        var number = 0L;
        for (var i = from + (negative || to > from && Slab.byteAt(from) == '+' ? 1 : 0); i < to; i++) {
            var digit = Slab.byteAt(i) - '0';
            if (digit < 0 || digit > 9) break;
            number = number * 10 + digit;
        }
        return negative ? -number : number;
    }
}
