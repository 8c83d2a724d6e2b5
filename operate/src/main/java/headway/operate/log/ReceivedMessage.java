package headway.operate.log;

import headway.base.memory.Slab;

/**
 * A syslog message that came from elsewhere, taken apart where it lies: RFC 5424 6, RFC 3164 4.1. What looks like neither is text, whole. Filled anew for each message.
 */
final class ReceivedMessage {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int LONGEST_PRIORITY = 9;
    /** {@code Oct 11 22:14:15 }. */
    private static final int TRADITIONAL_DATE = 16;

    /** By which rules it was written. */
    enum Kind {
        PLAIN,
        TRADITIONAL,
        MODERN
    }

    /** What may stand before the text. */
    enum Field {
        DATE,
        HOST,
        TAG,
        PROCESS,
        IDENTIFIER,
        DATA
    }

    private final int[] at = new int[Field.values().length];
    private final int[] length = new int[Field.values().length];
    private Kind kind = Kind.PLAIN;
    private int priority;
    private int textAt;
    private int textLength;

    Kind kind() {
        return kind;
    }

    /** Facility and level as one number, -1 when there is none. */
    int priority() {
        return priority;
    }

    int at(Field field) {
        return at[field.ordinal()];
    }

    /** 0 when there is none. */
    int length(Field field) {
        return length[field.ordinal()];
    }

    boolean has(Field field) {
        return length[field.ordinal()] > 0;
    }

    int textAt() {
        return textAt;
    }

    int textLength() {
        return textLength;
    }

    /** Which month of the year the date of a traditional message names, from 0. */
    int month() {
        return month(at(Field.DATE));
    }

    /** Takes it for text as a whole ({@code option dont-parse-log}). */
    void plain(int from, int size) {
        clear();
        priority = -1;
        text(from, from + size);
    }

    void parse(int from, int size) {
        clear();
        var end = from + size;
        var at = priority(from, end);
        text(at, end);
        if (priority < 0 || modern(at, end)) return;
        clear();
        text(at, end);
        traditional(at, end);
    }

    private void clear() {
        kind = Kind.PLAIN;
        for (var i = 0; i < length.length; i++) length[i] = 0;
    }

    private void text(int from, int end) {
        textAt = from;
        textLength = end - from;
    }

    private void field(Field field, int from, int end) {
        var isNone = end - from == 1 && Slab.byteAt(from) == '-';
        at[field.ordinal()] = from;
        length[field.ordinal()] = isNone ? 0 : end - from;
    }

    /** {@code <34>}; returns what stands behind it. */
    private int priority(int from, int end) {
        priority = -1;
        if (from == end || Slab.byteAt(from) != '<') return from;
        var number = 0;
        for (var i = from + 1; i < end && i <= from + 1 + LONGEST_PRIORITY; i++) {
            var c = Slab.byteAt(i);
            if (c == '>') {
                priority = number;
                return i + 1;
            }
            if (c < '0' || c > '9') return from;
            number = number * 10 + c - '0';
        }
        return from;
    }

    /** {@code 1 DATE HOST TAG PROCESS IDENTIFIER DATA TEXT}; false, and anything in the fields, when it is not. */
    private boolean modern(int from, int end) {
        if (end - from < 2 || Slab.byteAt(from) != '1' || Slab.byteAt(from + 1) != ' ') return false;
        var start = from + 2;
        for (var field : FIELDS) {
            var blank = find(' ', start, end);
            if (blank <= start) return false;
            field(field, start, blank);
            start = blank + 1;
        }
        if (has(Field.DATE) && !isModernDate(at(Field.DATE), length(Field.DATE))) return false;
        var dataEnd = dataEnd(start, end);
        if (dataEnd < 0 || dataEnd == end || Slab.byteAt(dataEnd) != ' ') return false;
        field(Field.DATA, start, dataEnd);
        text(dataEnd + 1, end);
        kind = Kind.MODERN;
        return true;
    }

    private static final Field[] FIELDS = {Field.DATE, Field.HOST, Field.TAG, Field.PROCESS, Field.IDENTIFIER};

    /** RFC 5424 6.2.3: {@code 2003-10-11T22:14:15.003Z}. */
    private static boolean isModernDate(int from, int size) {
        if (size < 20) return false;
        var shape = "dddd-dd-ddTdd:dd:dd";
        for (var i = 0; i < shape.length(); i++) {
            var c = Slab.byteAt(from + i);
            var wanted = shape.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) return false;
        }
        var end = from + size;
        var zone = from + shape.length();
        if (Slab.byteAt(zone) == '.') do zone++; while (zone < end && isDigit(Slab.byteAt(zone)));
        if (zone == end) return false;
        return switch (Slab.byteAt(zone)) {
            case 'Z' -> zone + 1 == end;
            case '+', '-' -> zone + 6 == end && Slab.byteAt(zone + 3) == ':';
            default -> false;
        };
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** Behind {@code -} or all elements in brackets; -1 when there is neither. */
    private static int dataEnd(int from, int end) {
        if (from == end) return -1;
        if (Slab.byteAt(from) == '-') return from + 1;
        var at = from;
        while (at < end && Slab.byteAt(at) == '[') {
            do at += Slab.byteAt(at) == '\\' ? 2 : 1;
            while (at < end && Slab.byteAt(at) != ']');
            if (at >= end) return -1;
            at++;
        }
        return at == from ? -1 : at;
    }

    /** {@code Oct 11 22:14:15 HOST TAG[PROCESS]: TEXT}, of which the tag may be missing. */
    private void traditional(int from, int end) {
        if (end - from < TRADITIONAL_DATE || !isTraditionalDate(from)) return;
        var host = from + TRADITIONAL_DATE;
        var blank = find(' ', host, end);
        if (blank <= host) return;
        kind = Kind.TRADITIONAL;
        field(Field.DATE, from, host - 1);
        field(Field.HOST, host, blank);
        text(blank + 1, end);
        tag(blank + 1, end);
    }

    private static boolean isTraditionalDate(int from) {
        return month(from) >= 0
                && Slab.byteAt(from + 3) == ' '
                && Slab.byteAt(from + 6) == ' '
                && Slab.byteAt(from + 9) == ':'
                && Slab.byteAt(from + 12) == ':'
                && Slab.byteAt(from + 15) == ' ';
    }

    private static int month(int from) {
        for (var i = 0; i < MONTHS.length(); i += 3) {
            var isThis = Slab.byteAt(from) == MONTHS.charAt(i)
                    && Slab.byteAt(from + 1) == MONTHS.charAt(i + 1)
                    && Slab.byteAt(from + 2) == MONTHS.charAt(i + 2);
            if (isThis) return i / 3;
        }
        return -1;
    }

    /** A tag ends with a colon and a blank, and may have a process in brackets; else all is text. */
    private void tag(int from, int end) {
        var at = from;
        while (at < end && " [:".indexOf(Slab.byteAt(at)) < 0) at++;
        var tagEnd = at;
        var process = at;
        if (at < end && Slab.byteAt(at) == '[') {
            process = ++at;
            while (at < end && " ]:".indexOf(Slab.byteAt(at)) < 0) at++;
        }
        var processEnd = at;
        var isClosed = at < end && Slab.byteAt(at) == ']';
        if (isClosed) at++;
        if (end - at < 2 || Slab.byteAt(at) != ':' || Slab.byteAt(at + 1) != ' ') return;
        if (tagEnd == from && process > tagEnd) return;
        field(Field.TAG, from, tagEnd);
        if (isClosed && process > tagEnd) field(Field.PROCESS, process, processEnd);
        text(at + 2, end);
    }

    private static int find(int c, int from, int end) {
        for (var i = from; i < end; i++) if (Slab.byteAt(i) == c) return i;
        return -1;
    }
}
