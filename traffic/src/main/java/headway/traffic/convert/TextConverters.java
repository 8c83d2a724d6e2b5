package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import java.util.List;

/** Whole texts: their case, length, ends, and the parts of a Host field. */
final class TextConverters {
    static final List<ConverterEntry> TABLE = List.of(
            converter("lower", STR, STR)
                    .summary("Turns upper-case ASCII letters into lower-case ones.")
                    .example("str(aBc-D),lower", "", "abc-d")
                    .binds(TextConverters::lower),
            converter("upper", STR, STR)
                    .summary("Turns lower-case ASCII letters into upper-case ones.")
                    .example("str(aBc-D),upper", "", "ABC-D")
                    .binds(TextConverters::upper),
            converter("length", STR, SINT)
                    .summary("The length of a text in bytes.")
                    .example("str(abc),length", "", "3")
                    .binds((_, value) -> value.integer(value.length)),
            converter("ltrim", STR, STR)
                    .summary("Removes some characters from the beginning.")
                    .example("str(xyxabc),ltrim(xy)", "", "abc")
                    .binds(orElse(text("chars"), Text.of("")), chars -> (_, value) -> trimLeft(value, chars)),
            converter("rtrim", STR, STR)
                    .summary("Removes some characters from the end.")
                    .example("str(abcxyx),rtrim(xy)", "", "abc")
                    .binds(orElse(text("chars"), Text.of("")), chars -> (_, value) -> trimRight(value, chars)),
            converter("cut_crlf", STR, STR)
                    .summary("Cuts the text at its first carriage return or line feed.")
                    .example("bin(61620d0a63),cut_crlf", "", "ab")
                    .binds(TextConverters::cutLine),
            converter("host_only", STR, STR)
                    .summary("The host of a Host field in lower case, without the port.")
                    .example("str(A.example:80),host_only", "", "a.example")
                    .example("str([::1]:80),host_only", "", "[::1]")
                    .binds((scope, value) -> value.text(value.at, hostLength(value)) && lower(scope, value)),
            converter("port_only", STR, SINT)
                    .summary("The port of a Host field, 0 when it has none.")
                    .example("str(A.example:81),port_only", "", "81")
                    .example("str([::1]),port_only", "", "0")
                    .binds(TextConverters::port),
            converter("url_dec", STR, STR)
                    .summary("Decodes %XX; plus signs become blanks behind a question mark, or everywhere with 1.")
                    .example("str(a+b%20c),url_dec", "", "a+b c")
                    .example("str(a+b%20c),url_dec(1)", "", "a b c")
                    .example("str(a?b+c),url_dec", "", "a?b c")
                    .binds(orElse(integer("in_form"), 0L), inForm -> {
                        var form = inForm != 0;
                        return (scope, value) -> decode(scope, value, form);
                    }),
            converter("url_enc", STR, STR)
                    .summary("Encodes all but letters, digits, and -._~ as %XX.")
                    .example("str(a b/c~d),url_enc", "", "a%20b%2Fc~d")
                    .binds(orElse(string("enc_type"), "query"), TextConverters::encoder));

    private TextConverters() {}

    static boolean lower(Scope scope, Sample value) {
        return fold(scope, value, 'A', 'Z', 32);
    }

    private static boolean upper(Scope scope, Sample value) {
        return fold(scope, value, 'a', 'z', -32);
    }

    /** A text without such letters stays where it is. */
    private static boolean fold(Scope scope, Sample value, int from, int to, int by) {
        var length = value.length;
        var first = 0;
        while (first < length && !isBetween(Slab.byteAt(value.at + first), from, to)) first++;
        if (first == length) return true;
        var at = scope.scratch().take(length);
        Slab.copy(value.at, at, length);
        for (var i = first; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (isBetween(c, from, to)) Slab.putByte(at + i, (byte) (c + by));
        }
        return value.text(at, length);
    }

    private static boolean isBetween(int c, int from, int to) {
        return c >= from && c <= to;
    }

    private static boolean trimLeft(Sample value, Text chars) {
        var from = 0;
        while (from < value.length && isIn(Slab.byteAt(value.at + from), chars)) from++;
        return value.text(value.at + from, value.length - from);
    }

    private static boolean trimRight(Sample value, Text chars) {
        var to = value.length;
        while (to > 0 && isIn(Slab.byteAt(value.at + to - 1), chars)) to--;
        return value.text(value.at, to);
    }

    static boolean isIn(byte c, Text chars) {
        for (var i = 0; i < chars.length(); i++) if (Slab.byteAt(chars.at() + i) == c) return true;
        return false;
    }

    private static boolean cutLine(Scope scope, Sample value) {
        var to = 0;
        while (to < value.length && Slab.byteAt(value.at + to) != '\r' && Slab.byteAt(value.at + to) != '\n') to++;
        return value.text(value.at, to);
    }

    /** Up to the colon, which in brackets is the address's own. */
    private static int hostLength(Sample value) {
        for (var i = value.length - 1; i >= 0; i--) {
            var c = Slab.byteAt(value.at + i);
            if (c == ']') return value.length;
            if (c == ':') return i;
        }
        return value.length;
    }

    private static boolean port(Scope scope, Sample value) {
        var host = hostLength(value);
        var number = 0;
        // As watched: what is no digit is reckoned as one all the same, in 32 bits.
        for (var i = host + 1; i < value.length; i++) number = number * 10 + Slab.byteAt(value.at + i) - '0';
        return value.integer(number & 0xffffffffL);
    }

    /** What is encoded wrongly has no value. */
    private static boolean decode(Scope scope, Sample value, boolean inForm) {
        var at = scope.scratch().take(value.length);
        var form = inForm;
        var to = at;
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            if (c == '%') {
                if (i + 2 >= value.length) return false;
                var high = Digits.hex(Slab.byteAt(value.at + i + 1));
                var low = Digits.hex(Slab.byteAt(value.at + i + 2));
                if (high < 0 || low < 0) return false;
                c = (byte) (high << 4 | low);
                i += 2;
            } else if (c == '+' && form) {
                c = ' ';
            } else if (c == '?') {
                form = true;
            }
            Slab.putByte(to++, c);
        }
        return value.text(at, to - at);
    }

    private static Converter encoder(String type) throws BindException {
        if (!type.equals("query")) throw new BindException("Unexpected encode type. Allowed value is 'query'");
        return TextConverters::encode;
    }

    private static boolean encode(Scope scope, Sample value) {
        if (value.length > Scratch.LIMIT / 3) return false;
        var at = scope.scratch().take(value.length * 3);
        var to = at;
        for (var i = 0; i < value.length; i++) {
            var c = Slab.byteAt(value.at + i);
            if (isUnreserved(c)) {
                Slab.putByte(to++, c);
                continue;
            }
            Slab.putByte(to, (byte) '%');
            Digits.putHex(to + 1, c);
            to += 3;
        }
        return value.text(at, to - at);
    }

    /** RFC 3986 2.3. */
    private static boolean isUnreserved(byte c) {
        return isBetween(c, 'a', 'z')
                || isBetween(c, 'A', 'Z')
                || isBetween(c, '0', '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
