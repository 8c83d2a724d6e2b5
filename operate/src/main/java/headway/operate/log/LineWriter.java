package headway.operate.log;

import headway.base.memory.Slab;

/**
 * Writes text into a range of the slab and allocates nothing. What does not fit is dropped: a log line that is too long is cut, as HAProxy's is.
 */
final class LineWriter {
    private static final String HEX = "0123456789ABCDEF";

    private int start;
    private int at;
    private int limit;

    /** Begins a new text in {@code [start, start + size)}. */
    void begin(int start, int size) {
        this.start = start;
        this.at = start;
        this.limit = start + size;
    }

    int length() {
        return at - start;
    }

    int at() {
        return start;
    }

    void character(int value) {
        if (at < limit) Slab.putByte(at++, (byte) value);
    }

    void text(String text) {
        var count = Math.min(text.length(), limit - at);
        for (var i = 0; i < count; i++) Slab.putByte(at + i, (byte) text.charAt(i));
        at += count;
    }

    void copy(int from, int length) {
        var count = Math.min(length, limit - at);
        Slab.copy(from, at, count);
        at += count;
    }

    void number(long value) {
        if (value < 0) {
            character('-');
            positive(-value);
        } else positive(value);
    }

    private void positive(long value) {
        var digits = 1;
        for (var rest = value; rest >= 10; rest /= 10) digits++;
        padded(value, digits);
    }

    /** With leading zeros. */
    void padded(long value, int digits) {
        if (limit - at < digits) {
            at = limit;
            return;
        }
        var rest = value;
        for (var i = at + digits - 1; i >= at; i--) {
            Slab.putByte(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        at += digits;
    }

    /**
     * Bytes as they came from a client: what could break the line apart is written as {@code #XX}. HAProxy escapes controls, everything from DEL on, the
     * double quote and {@code #} itself.
     */
    void escaped(int from, int length) {
        for (var i = from; i < from + length; i++) {
            var value = Slab.byteAt(i) & 0xff;
            if (value >= 0x20 && value < 0x7f && value != '"' && value != '#') character(value);
            else escape(value);
        }
    }

    private void escape(int value) {
        if (limit - at < 3) {
            limit = at;
            return;
        }
        character('#');
        character(HEX.charAt(value >> 4));
        character(HEX.charAt(value & 15));
    }
}
