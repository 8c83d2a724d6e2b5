package headway.language.line;

import headway.base.memory.Slab;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Writes text into a range of the slab and allocates nothing. What does not fit is dropped: a log line that is too long is cut, as HAProxy's is; {@link #isCut} tells it.
 */
public final class LineWriter {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final int EIGHT_DIGITS = 100_000_000;
    /** Beyond that many bytes the JVM's own copying is faster. */
    private static final int SHORT = 40;

    private static final String HEX = "0123456789ABCDEF";

    private final LogDate local;
    private final LogDate universal = new LogDate(ZoneOffset.UTC);

    private int start;
    private int at;
    private int limit;
    /** The limit as long as nothing is cut. */
    private int end;
    /** Where the last separator ended: as long as nothing follows, another one is not written. */
    private int separatedAt;

    private boolean cut;

    /** For the time zone of the system. */
    public LineWriter() {
        this(ZoneId.systemDefault());
    }

    public LineWriter(ZoneId zone) {
        local = new LogDate(zone);
    }

    /** Begins a new text in {@code [start, start + size)}. */
    public void begin(int start, int size) {
        this.start = start;
        this.end = start + size;
        again();
    }

    /** Takes back everything, to write something shorter into the same range. */
    public void again() {
        at = start;
        limit = end;
        separatedAt = start;
        cut = false;
    }

    /** How much the range holds in all. */
    public int size() {
        return end - start;
    }

    public int length() {
        return at - start;
    }

    public int at() {
        return start;
    }

    /** Where the next byte goes. */
    public int tail() {
        return at;
    }

    /** Something did not fit. */
    public boolean isCut() {
        return cut;
    }

    public void character(int value) {
        if (at < limit) Slab.putByte(at++, (byte) value);
        else cut = true;
    }

    public void text(String text) {
        var count = fitting(text.length());
        for (var i = 0; i < count; i++) Slab.putByte(at + i, (byte) text.charAt(i));
        at += count;
    }

    /** Most texts of a line are short: eight bytes at a time, and what is too much is written over by what follows. */
    public void copy(int from, int length) {
        if (length > SHORT || length + 8 > limit - at) {
            var count = fitting(length);
            Slab.copy(from, at, count);
            at += count;
            return;
        }
        for (var i = 0; i < length; i += 8) Slab.putLong(at + i, Slab.longAt(from + i));
        at += length;
    }

    private int fitting(int length) {
        if (length <= limit - at) return length;
        cut = true;
        return limit - at;
    }

    /** One blank between two things, however many of the things between are empty; none at the beginning. */
    public void separator() {
        if (at == separatedAt) return;
        character(' ');
        separatedAt = at;
    }

    /** What has been written last was a value, if only an empty one: the next separator is written. */
    public void endValue() {
        separatedAt = 0;
    }

    public void number(long value) {
        if (value >= 0 && value < 10) {
            character('0' + (int) value);
            return;
        }
        if (value < 0) {
            character('-');
            positive(-value);
        } else positive(value);
    }

    private void positive(long value) {
        var digits = 1;
        if (value < EIGHT_DIGITS) for (var power = 10; power <= value; power *= 10) digits++;
        else for (var rest = value; rest >= 10; rest /= 10) digits++;
        padded(value, digits);
    }

    /** With leading zeros. */
    public void padded(long value, int digits) {
        if (digits <= 8 && limit - at >= 8 && value >= 0 && value < EIGHT_DIGITS) {
            Slab.putLong(at, digits((int) value, digits));
            at += digits;
            return;
        }
        if (limit - at < digits) {
            limit = at;
            cut = true;
            return;
        }
        var rest = value;
        for (var i = at + digits - 1; i >= at; i--) {
            Slab.putByte(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        at += digits;
    }

    /** The digits as bytes, the first one lowest. */
    private static long digits(int value, int digits) {
        var word = 0L;
        var rest = value;
        for (var i = 0; i < digits; i++) {
            word = word << 8 | '0' + rest % 10;
            rest /= 10;
        }
        return word;
    }

    /** In upper-case hexadecimal, with leading zeros up to so many digits. */
    public void hexadecimal(long value, int digits) {
        var count = Math.max(digits, 1);
        while (count < 16 && value >>> 4 * count != 0) count++;
        for (var shift = 4 * (count - 1); shift >= 0; shift -= 4) character(HEX.charAt((int) (value >>> shift & 15)));
    }

    /** {@code 03/Nov/2026:04:24:05.123}, in the local zone. */
    public void date(long millis) {
        local.at(millis);
        local.common(this);
        character('.');
        padded(Math.floorMod(millis, 1000L), 3);
    }

    /** {@code 03/Nov/2026:04:24:05 +0100}. */
    public void zonedDate(long millis, boolean isUniversal) {
        var date = isUniversal ? universal : local;
        date.at(millis);
        date.common(this);
        character(' ');
        date.offset(this);
    }

    /** {@code 2026-11-03T04:24:05.123Z}. */
    public void isoDate(long millis) {
        universal.at(millis);
        universal.isoSecond(this);
        character('.');
        padded(Math.floorMod(millis, 1000L), 3);
        character('Z');
    }

    /**
     * Bytes as they came from a client: what could break the line apart is written as {@code #XX}. HAProxy escapes controls, everything from DEL on, the
     * double quote and {@code #} itself.
     */
    public void escaped(int from, int length) {
        var i = from;
        for (; from + length - i >= 8 && limit - at >= 8; i += 8) {
            var eight = Slab.longAt(i);
            if (isPlain(eight)) {
                Slab.putLong(at, eight);
                at += 8;
            } else escapedOneByOne(i, i + 8);
        }
        escapedOneByOne(i, from + length);
    }

    /** Eight bytes at a time: whether none of them is to be escaped. */
    private static boolean isPlain(long bytes) {
        var control = bytes - 0x2020_2020_2020_2020L;
        var delete = bytes ^ 0x7f7f_7f7f_7f7f_7f7fL;
        // The double quote and the number sign differ in the lowest bit alone.
        var sign = bytes & 0xfefe_fefe_fefe_fefeL ^ 0x2222_2222_2222_2222L;
        return ((bytes | control & ~bytes | delete - ONES & ~delete | sign - ONES & ~sign) & HIGH_BITS) == 0;
    }

    private void escapedOneByOne(int from, int to) {
        for (var i = from; i < to; i++) {
            var value = Slab.byteAt(i) & 0xff;
            if (value >= 0x20 && value < 0x7f && value != '"' && value != '#') character(value);
            else escape(value);
        }
    }

    /** The same within a list in braces, whose own signs are escaped too. */
    public void escapedItem(int from, int length) {
        for (var i = from; i < from + length; i++) {
            var value = Slab.byteAt(i) & 0xff;
            if (value >= 0x20 && value < '{' && value != '"' && value != '#' || value == '~') character(value);
            else escape(value);
        }
    }

    private void escape(int value) {
        if (limit - at < 3) {
            limit = at;
            cut = true;
            return;
        }
        character('#');
        character(HEX.charAt(value >> 4));
        character(HEX.charAt(value & 15));
    }

    /** Takes back what was written from there on. */
    public void rewind(int to) {
        at = to;
    }

    /**
     * Makes room within what has been written: the bytes from there on move up.
     *
     * @return false when there is none; the text is then cut
     */
    public boolean open(int from, int count) {
        if (limit - at < count) {
            cut = true;
            at = from;
            limit = from;
            return false;
        }
        Slab.copy(from, from + count, at - from);
        at += count;
        return true;
    }
}
