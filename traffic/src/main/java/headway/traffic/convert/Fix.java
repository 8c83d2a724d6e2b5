package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.Locale;
import java.util.Map;

/** Messages of FIX (Financial Information eXchange): fields {@code tag=value}, each ended by a byte 1. Positions are those of the slab. */
final class Fix {
    static final int VALID = 1;
    static final int INVALID = 0;
    /** More data must come. */
    static final int UNKNOWN = -1;

    private static final byte END = 1;
    /** The shortest message that there can be. */
    private static final int SHORTEST = 26;

    private static final int BODY_LENGTH = 9;
    private static final int CHECK_SUM = 10;
    private static final int MESSAGE_TYPE = 35;
    private static final String[] VERSIONS = {"FIX.4.0", "FIX.4.1", "FIX.4.2", "FIX.4.3", "FIX.4.4", "FIXT.1.1"};
    private static final Map<String, Integer> TAGS = Map.of(
            "beginstring", 8, "bodylength", 9, "checksum", 10, "msgtype", 35, "sendercompid", 49, "targetcompid", 56);

    private Fix() {}

    /** The number of a tag that is given by name or number. */
    static int tag(String text) throws BindException {
        var known = TAGS.get(text.toLowerCase(Locale.ROOT));
        if (known != null) return known;
        try {
            var number = text.matches("\\d+") ? Integer.parseInt(text) : 0;
            if (number > 0) return number;
        } catch (NumberFormatException e) {
            // The message is the same.
        }
        throw new BindException("Unknown FIX tag name '" + text + "'");
    }

    /** Whether the first message is one: begin, length, type, and at the end the sum of all before it. */
    static int check(Sample message) {
        if (message.length < SHORTEST) return UNKNOWN;
        var end = message.at + message.length;
        var declared = -1L;
        var body = 0;
        var i = message.at;
        for (var count = 0; ; count++) {
            var last = find(i, end, END);
            if (last < 0) return UNKNOWN;
            var equals = find(i, last, (byte) '=');
            var tag = number(i, equals, Integer.MAX_VALUE);
            if (tag <= 0 || !isInPlace(count, i, (int) tag, last)) return INVALID;
            if (tag == CHECK_SUM)
                return i - body == declared && isSum(message.at, i, equals + 1, last) ? VALID : INVALID;
            if (count == 1) {
                declared = number(equals + 1, last, Integer.MAX_VALUE);
                body = last + 1;
                if (declared < 0) return INVALID;
            }
            i = last + 1;
        }
    }

    /** The first three fields have their order. */
    private static boolean isInPlace(int index, int at, int tag, int end) {
        return switch (index) {
            case 0 -> isVersion(at, end);
            case 1 -> tag == BODY_LENGTH;
            case 2 -> tag == MESSAGE_TYPE;
            default -> true;
        };
    }

    private static boolean isVersion(int at, int end) {
        if (Slab.byteAt(at) != '8' || Slab.byteAt(at + 1) != '=') return false;
        for (var version : VERSIONS) {
            var i = 0;
            while (i < version.length() && at + 2 + i < end && Slab.byteAt(at + 2 + i) == version.charAt(i)) i++;
            if (i == version.length() && at + 2 + i == end) return true;
        }
        return false;
    }

    /** Three digits: the sum of all bytes before, without what is beyond eight bits. */
    private static boolean isSum(int from, int to, int at, int end) {
        if (end - at != 3) return false;
        var sum = 0;
        for (var i = from; i < to; i++) sum += Slab.byteAt(i);
        return number(at, end, 255) == (sum & 255);
    }

    /** The value of a field becomes the value. */
    static boolean find(Sample message, int tag) {
        var end = message.at + message.length;
        for (var i = message.at; i < end; ) {
            var last = find(i, end, END);
            var equals = last < 0 ? -1 : find(i, last, (byte) '=');
            var found = number(i, equals, Integer.MAX_VALUE);
            if (found <= 0) return false;
            if (found == tag) return message.binary(equals + 1, last - equals - 1);
            i = last + 1;
        }
        return false;
    }

    private static int find(int at, int end, byte sign) {
        for (var i = at; i < end; i++) if (Slab.byteAt(i) == sign) return i;
        return -1;
    }

    /** Digits only; -1 when it is no such number, or a larger one. */
    private static long number(int at, int end, int most) {
        if (at >= end) return -1;
        var number = 0L;
        for (var i = at; i < end; i++) {
            var digit = Slab.byteAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
            if (number > most) return -1;
        }
        return number;
    }
}
