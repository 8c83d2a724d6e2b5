package headway.language.sample;

import headway.base.memory.Slab;
import org.jspecify.annotations.Nullable;

/** What one type becomes when another is asked for: HAProxy's casts, as watched. They look at the value's type when they run, since ANY and ADDR tell it only then. */
public final class Casts {
    private Casts() {}

    /** Whether values of a type may be given where the other is asked for. */
    public static boolean isPossible(SampleType from, SampleType to) {
        if (from == to || from == SampleType.ANY || to == SampleType.ANY) return true;
        return switch (from) {
            case BOOL -> to == SampleType.SINT || to == SampleType.STR || to == SampleType.BIN;
            case SINT -> to != SampleType.METH;
            case ADDR, IPV4 -> to != SampleType.BOOL && to != SampleType.METH;
            case IPV6 -> to != SampleType.SINT && to != SampleType.BOOL && to != SampleType.METH;
            case STR -> true;
            case BIN, METH -> to == SampleType.STR || to == SampleType.BIN || to == SampleType.METH;
            case ANY -> true;
        };
    }

    /** What has to be done to a value on the way; null when nothing has. */
    public static @Nullable Converter to(SampleType from, SampleType to) {
        if (from == to || to == SampleType.ANY) return null;
        return switch (to) {
            case ANY -> null;
            case BOOL -> Casts::toBool;
            case SINT -> Casts::toInteger;
            case ADDR -> from == SampleType.IPV4 || from == SampleType.IPV6 ? null : Casts::toAddress;
            case IPV4 -> Casts::toIpv4;
            case IPV6 -> Casts::toIpv6;
            case STR -> Casts::toText;
            case BIN -> Casts::toBinary;
            case METH -> Casts::toMethod;
        };
    }

    public static boolean toBool(Scope scope, Sample value) {
        return value.type != SampleType.IPV4 && toInteger(scope, value) && value.bool(value.integer != 0);
    }

    public static boolean toInteger(Scope scope, Sample value) {
        return switch (value.type) {
            case SINT -> true;
            case BOOL, IPV4 -> value.integer(value.integer);
            case STR -> value.length > 0 && value.integer(leadingNumber(value.at, value.length));
            case ANY, ADDR, IPV6, BIN, METH -> false;
        };
    }

    /** The number at the beginning of a text, 0 when there is none; what is too large stays at the end of the range. */
    private static long leadingNumber(int at, int length) {
        var negative = Slab.byteAt(at) == '-';
        var number = 0L;
        for (var i = negative || Slab.byteAt(at) == '+' ? 1 : 0; i < length; i++) {
            var digit = Slab.byteAt(at + i) - '0';
            if (digit < 0 || digit > 9) break;
            if (number > (Long.MAX_VALUE - digit) / 10) return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
            number = number * 10 + digit;
        }
        return negative ? -number : number;
    }

    public static boolean toAddress(Scope scope, Sample value) {
        return switch (value.type) {
            case IPV4, IPV6 -> true;
            case SINT -> value.ipv4((int) value.integer);
            case STR -> readAddress(value);
            case ANY, ADDR, BOOL, BIN, METH -> false;
        };
    }

    /** As watched: an IPv4 address ends at the first other character, whatever follows, such as a port; an IPv6 address is the whole text. */
    private static boolean readAddress(Sample value) {
        var end = 0;
        while (end < value.length && isV4Character(Slab.byteAt(value.at + end))) end++;
        var v4 = AddressText.readV4(value.at, end);
        return v4 >= 0 ? value.ipv4((int) v4) : AddressText.readV6(value.at, value.length, value);
    }

    private static boolean isV4Character(byte c) {
        return c == '.' || c >= '0' && c <= '9';
    }

    public static boolean toIpv4(Scope scope, Sample value) {
        if (!toAddress(scope, value)) return false;
        if (value.type == SampleType.IPV4) return true;
        return AddressText.isMapped(value.high, value.low) && value.ipv4((int) value.low);
    }

    public static boolean toIpv6(Scope scope, Sample value) {
        if (!toAddress(scope, value)) return false;
        return value.type == SampleType.IPV6 || value.ipv6(0, 0xffff00000000L | value.integer);
    }

    /** A binary value counts up to its first NUL, as in HAProxy. */
    public static boolean toText(Scope scope, Sample value) {
        return switch (value.type) {
            case STR -> true;
            case METH -> value.text(value.at, value.length);
            case BIN -> value.text(value.at, lengthToNul(value.at, value.length));
            case BOOL, SINT -> {
                var at = scope.scratch().take(Digits.MOST);
                yield value.text(at, Digits.put(at, value.integer));
            }
            case IPV4 -> {
                var at = scope.scratch().take(AddressText.MOST);
                yield value.text(at, AddressText.putV4(at, (int) value.integer));
            }
            case IPV6 -> {
                var at = scope.scratch().take(AddressText.MOST);
                yield value.text(at, AddressText.putV6(at, value.high, value.low));
            }
            case ANY, ADDR -> false;
        };
    }

    private static int lengthToNul(int at, int length) {
        var i = 0;
        while (i < length && Slab.byteAt(at + i) != 0) i++;
        return i;
    }

    public static boolean toBinary(Scope scope, Sample value) {
        return switch (value.type) {
            case BIN -> true;
            case STR, METH -> value.binary(value.at, value.length);
            case BOOL, SINT -> value.binary(putLong(scope.scratch().take(8), value.integer), 8);
            case IPV4 -> {
                var at = putLong(scope.scratch().take(8), value.integer);
                yield value.binary(at + 4, 4);
            }
            case IPV6 -> {
                var at = scope.scratch().take(16);
                putLong(at + 8, value.low);
                yield value.binary(putLong(at, value.high), 16);
            }
            case ANY, ADDR -> false;
        };
    }

    private static int putLong(int at, long value) {
        Slab.putLong(at, Long.reverseBytes(value));
        return at;
    }

    public static boolean toMethod(Scope scope, Sample value) {
        return switch (value.type) {
            case METH -> true;
            case STR, BIN -> value.method(MethodNames.id(value.at, value.length), value.at, value.length);
            case ANY, BOOL, SINT, ADDR, IPV4, IPV6 -> false;
        };
    }
}
