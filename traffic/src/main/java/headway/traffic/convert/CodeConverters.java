package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import java.util.Arrays;
import java.util.List;

/** Bytes as text and back. */
final class CodeConverters {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = values();

    static final List<ConverterEntry> TABLE = List.of(
            converter("hex", BIN, STR)
                    .summary("The bytes as upper-case hexadecimal digits; a number as its eight bytes.")
                    .example("str(Ab),hex", "", "4162")
                    .example("int(5),hex", "", "0000000000000005")
                    .binds(CodeConverters::hex),
            converter("base2", BIN, STR)
                    .summary("The bytes as binary digits, eight of each.")
                    .example("bin(a501),base2", "", "1010010100000001")
                    .binds(CodeConverters::bits),
            converter("hex2i", STR, SINT)
                    .summary("The number that hexadecimal digits stand for.")
                    .example("str(fF),hex2i", "", "255")
                    .example("int(10),hex2i", "", "16")
                    .binds(CodeConverters::number),
            converter("base64", BIN, STR)
                    .summary("The bytes in base 64 (RFC 4648 4).")
                    .example("str(a),base64", "", "YQ==")
                    .example("str(abcd),base64", "", "YWJjZA==")
                    .binds(CodeConverters::base64),
            converter("b64dec", STR, BIN)
                    .summary("The bytes that a text in base 64 stands for.")
                    .example("str(YWJjZA==),b64dec", "", "abcd")
                    .binds(CodeConverters::fromBase64),
            converter("ub64enc", BIN, STR)
                    .summary("The bytes in base64url (RFC 4648 5), without padding.")
                    .example("bin(fbff61),ub64enc", "", "-_9h")
                    .example("str(a),ub64enc", "", "YQ")
                    .binds(CodeConverters::base64Url),
            converter("ub64dec", STR, BIN)
                    .summary("The bytes that a text in base64url stands for.")
                    .example("str(-_9hYQ),ub64dec,hex", "", "FBFF6161")
                    .binds(CodeConverters::fromBase64Url),
            converter("htonl", SINT, BIN)
                    .summary("The lower four bytes of a number in network order.")
                    .example("int(1),htonl,hex", "", "00000001")
                    .binds((scope, value) -> {
                        var at = scope.scratch().take(4);
                        Slab.putInt(at, Integer.reverseBytes((int) value.integer));
                        return value.binary(at, 4);
                    }));

    private CodeConverters() {}

    private static boolean hex(Scope scope, Sample value) {
        if (value.length > Scratch.LIMIT / 2) return false;
        var length = value.length * 2;
        var at = scope.scratch().take(length);
        for (var i = 0; i < value.length; i++) Digits.putHex(at + i * 2, Slab.byteAt(value.at + i));
        return value.text(at, length);
    }

    private static boolean bits(Scope scope, Sample value) {
        if (value.length > Scratch.LIMIT / 8) return false;
        var at = scope.scratch().take(value.length * 8);
        for (var i = 0; i < value.length * 8; i++)
            Slab.putByte(at + i, (byte) ('0' + (Slab.byteAt(value.at + i / 8) >> 7 - i % 8 & 1)));
        return value.text(at, value.length * 8);
    }

    private static boolean number(Scope scope, Sample value) {
        var number = 0L;
        for (var i = 0; i < value.length; i++) {
            var digit = Digits.hex(Slab.byteAt(value.at + i));
            if (digit < 0) return false;
            number = number << 4 | digit;
        }
        return value.integer(number);
    }

    static boolean base64(Scope scope, Sample value) {
        if (value.length > Scratch.LIMIT / 2) return false;
        var length = (value.length + 2) / 3 * 4;
        var at = scope.scratch().take(length);
        var to = at;
        for (var i = 0; i < value.length; i += 3) {
            var group = byteOr0(value, i) << 16 | byteOr0(value, i + 1) << 8 | byteOr0(value, i + 2);
            for (var shift = 18; shift >= 0; shift -= 6)
                Slab.putByte(to++, (byte) ALPHABET.charAt(group >> shift & 63));
        }
        for (var missing = (3 - value.length % 3) % 3; missing > 0; missing--)
            Slab.putByte(at + length - missing, (byte) '=');
        return value.text(at, length);
    }

    private static int byteOr0(Sample value, int index) {
        return index < value.length ? Slab.byteAt(value.at + index) & 255 : 0;
    }

    static boolean fromBase64(Scope scope, Sample value) {
        if (value.length % 4 != 0) return false;
        var at = scope.scratch().take(value.length / 4 * 3);
        var to = at;
        for (var i = value.at; i < value.at + value.length; i += 4) {
            var group = digit(i) << 18 | digit(i + 1) << 12 | paddedDigit(i + 2) << 6 | paddedDigit(i + 3);
            if (group < 0 || Slab.byteAt(i + 2) == '=' && Slab.byteAt(i + 3) != '=') return false;
            var size = Slab.byteAt(i + 2) == '=' ? 1 : Slab.byteAt(i + 3) == '=' ? 2 : 3;
            for (var k = 0; k < size; k++) Slab.putByte(to++, (byte) (group >> 16 - 8 * k));
        }
        return value.binary(at, to - at);
    }

    private static int digit(int at) {
        return VALUES[Slab.byteAt(at) & 255];
    }

    /** Any group may end with padding, not only the last one, as in HAProxy. */
    private static int paddedDigit(int at) {
        return Slab.byteAt(at) == '=' ? 0 : digit(at);
    }

    private static boolean base64Url(Scope scope, Sample value) {
        if (!base64(scope, value)) return false;
        var length = value.length;
        while (length > 0 && Slab.byteAt(value.at + length - 1) == '=') length--;
        exchange(value.at, length, '+', '-');
        exchange(value.at, length, '/', '_');
        return value.text(value.at, length);
    }

    private static void exchange(int at, int length, char from, char to) {
        for (var i = 0; i < length; i++) if (Slab.byteAt(at + i) == from) Slab.putByte(at + i, (byte) to);
    }

    /** The other alphabet and the padding are put back. */
    static boolean fromBase64Url(Scope scope, Sample value) {
        var padding = (4 - value.length % 4) % 4;
        var at = scope.scratch().take(value.length + padding);
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            if (c == '+' || c == '/') return false;
            Slab.putByte(at + i, c == '-' ? (byte) '+' : c == '_' ? (byte) '/' : c);
        }
        for (var i = 0; i < padding; i++) Slab.putByte(at + value.length + i, (byte) '=');
        return padding < 3 && value.text(at, value.length + padding) && fromBase64(scope, value);
    }

    private static byte[] values() {
        var values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (var i = 0; i < ALPHABET.length(); i++) values[ALPHABET.charAt(i)] = (byte) i;
        return values;
    }
}
