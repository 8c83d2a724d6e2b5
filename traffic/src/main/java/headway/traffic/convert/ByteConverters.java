package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Digits;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;

/** Bytes: as numbers, in groups, the other way round, compared, searched for control characters. */
final class ByteConverters {
    static final List<ConverterEntry> TABLE = List.of(
            converter("be2hex", BIN, STR)
                    .summary(
                            "The bytes as hexadecimal digits, in groups with a separator; an incomplete last one may be dropped.")
                    .example("bin(01020304050607),be2hex", "", "01020304050607")
                    .example("bin(01020304050607),be2hex(:,2)", "", "0102:0304:0506:07")
                    .example("bin(01020304050607),be2hex(--,2,1)", "", "0102--0304--0506")
                    .binds(
                            orElse(text("separator"), Text.of("")),
                            orElse(integer("chunk_size"), 0L),
                            orElse(integer("truncate"), 0L),
                            ByteConverters::hexGroups),
            converter("be2dec", BIN, STR)
                    .summary("Groups of bytes as decimal numbers, the first byte highest.")
                    .example("bin(01020304050607),be2dec(:,2)", "", "258:772:1286:7")
                    .example("bin(01020304050607),be2dec(-,2,1)", "", "258-772-1286")
                    .binds(
                            text("separator"),
                            integer("chunk_size"),
                            orElse(integer("truncate"), 0L),
                            (separator, size, truncate) -> decimalGroups(separator, size, truncate, true)),
            converter("le2dec", BIN, STR)
                    .summary("Groups of bytes as decimal numbers, the first byte lowest.")
                    .example("bin(01020304050607),le2dec(:,2)", "", "513:1027:1541:7")
                    .example("bin(7f000001),le2dec(.,1)", "", "127.0.0.1")
                    .binds(
                            text("separator"),
                            integer("chunk_size"),
                            orElse(integer("truncate"), 0L),
                            (separator, size, truncate) -> decimalGroups(separator, size, truncate, false)),
            converter("reverse", STR, STR)
                    .summary("The bytes in the opposite order.")
                    .example("str(ab cd),reverse", "", "dc ba")
                    .binds(ByteConverters::reverse),
            converter("reverse_dom", STR, STR)
                    .summary(
                            "The labels of a host name in the opposite order; a dot at its end is dropped, an empty label fails.")
                    .example("str(mail.example.com.),reverse_dom", "", "com.example.mail")
                    .binds(ByteConverters::reverseLabels),
            converter("has_ctl", BIN, BOOL)
                    .summary(
                            "True when there is a control character: any but a tab, any, those that http forbids, or those of a mask.")
                    .example("bin(6109),has_ctl", "", "0")
                    .example("bin(6109),has_ctl(any)", "", "1")
                    .example("bin(617f),has_ctl(http)", "", "0")
                    .example("bin(617f),has_ctl(0x100000000)", "", "1")
                    .binds(orElse(string("mask"), "0x1FFFFFDFF"), ByteConverters::hasControl),
            converter("secure_memcmp", BIN, BOOL)
                    .summary(
                            "True when a variable is the same, told in a time that does not depend on where they differ.")
                    .example("str(secret),secure_memcmp(txn.t)", "txn.t=secret", "1")
                    .example("str(secret),secure_memcmp(txn.t)", "txn.t=sicret", "0")
                    .binds(Operands.variable(), ref -> (scope, value) -> compare(scope, value, ref)));

    private ByteConverters() {}

    private static Converter hexGroups(Text separator, long size, long truncate) throws BindException {
        if (size < 0 || size == 0 && separator.length() > 0)
            throw new BindException("chunk_size needs to be positive (" + size + ")");
        checkTruncate(truncate);
        return (scope, value) -> {
            var group = size == 0 ? value.length : (int) Math.min(size, Integer.MAX_VALUE);
            var used = truncate != 0 && size > 0 ? value.length - value.length % group : value.length;
            var groups = group == 0 ? 0 : (used + group - 1) / group;
            var at = scope.scratch().take(used * 2 + Math.max(0, groups - 1) * separator.length());
            var to = at;
            for (var i = 0; i < used; i++) {
                if (i > 0 && i % group == 0) to = append(to, separator);
                Digits.putHex(to, Slab.byteAt(value.at + i));
                to += 2;
            }
            return value.text(at, to - at);
        };
    }

    private static void checkTruncate(long truncate) throws BindException {
        if (truncate != 0 && truncate != 1) throw new BindException("Unsupported truncate value (" + truncate + ")");
    }

    private static int append(int to, Text text) {
        Slab.copy(text.at(), to, text.length());
        return to + text.length();
    }

    private static Converter decimalGroups(Text separator, long size, long truncate, boolean bigEndian)
            throws BindException {
        if (size <= 0 || size > 8) throw new BindException("chunk_size out of [1..8] range (" + size + ")");
        checkTruncate(truncate);
        var group = (int) size;
        return (scope, value) -> {
            var used = truncate != 0 ? value.length - value.length % group : value.length;
            var at = scope.scratch().take((used + group - 1) / group * (Digits.MOST + separator.length()));
            var to = at;
            for (var from = 0; from < used; from += group) {
                if (from > 0) to = append(to, separator);
                to += Digits.putUnsigned(to, number(value.at + from, Math.min(group, used - from), bigEndian));
            }
            return value.text(at, to - at);
        };
    }

    private static long number(int at, int count, boolean bigEndian) {
        var number = 0L;
        for (var i = 0; i < count; i++)
            number = number << 8 | Slab.byteAt(bigEndian ? at + i : at + count - 1 - i) & 255;
        return number;
    }

    private static boolean reverse(Scope scope, Sample value) {
        var at = scope.scratch().take(value.length);
        for (var i = 0; i < value.length; i++) Slab.putByte(at + i, Slab.byteAt(value.at + value.length - 1 - i));
        return value.text(at, value.length);
    }

    private static boolean reverseLabels(Scope scope, Sample value) {
        var length = value.length;
        if (length > 0 && Slab.byteAt(value.at + length - 1) == '.') length--;
        if (length == 0) return false;
        var at = scope.scratch().take(length);
        var end = length;
        for (var i = length - 1; i >= -1; i--) {
            if (i >= 0 && Slab.byteAt(value.at + i) != '.') continue;
            if (end == i + 1) return false;
            Slab.copy(value.at + i + 1, at + length - end, end - i - 1);
            if (i >= 0) Slab.putByte(at + length - i - 1, (byte) '.');
            end = i;
        }
        return value.text(at, length);
    }

    private static Converter hasControl(String text) throws BindException {
        var mask =
                switch (text) {
                    case "any" -> 0x1FFFFFFFFL;
                    case "http" -> 0x2401L;
                    default -> mask(text);
                };
        return (_, value) -> value.bool(has(value, mask));
    }

    private static long mask(String text) throws BindException {
        try {
            var mask = text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            if (mask < 0 || mask > 0x1FFFFFFFFL)
                throw new BindException("the mask '" + text + "' has more than 33 bits");
            return mask;
        } catch (NumberFormatException e) {
            throw new BindException("invalid mask '" + text + "'");
        }
    }

    private static boolean has(Sample value, long mask) {
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            if (c >= 0 && c < 32 && (mask >>> c & 1) != 0 || c == 127 && (mask >>> 32 & 1) != 0) return true;
        }
        return false;
    }

    private static boolean compare(Scope scope, Sample value, VariableRef ref) {
        var other = scope.scratch().borrow();
        var there = scope.variables(ref.scope()).read(ref.slot(), scope, other) && Casts.toBinary(scope, other);
        if (there) value.bool(areEqual(value, other));
        scope.scratch().giveBack();
        return there;
    }

    private static boolean areEqual(Sample a, Sample b) {
        if (a.length != b.length) return false;
        var difference = 0;
        for (var i = 0; i < a.length; i++) difference |= Slab.byteAt(a.at + i) ^ Slab.byteAt(b.at + i);
        return difference == 0;
    }
}
