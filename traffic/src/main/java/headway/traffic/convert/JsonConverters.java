package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Values of JSON texts (RFC 8259), and texts made fit for strings of JSON. */
final class JsonConverters {
    /** What a double holds exactly. */
    private static final long LARGEST = (1L << 53) - 1;
    /** Digits that HAProxy shows of a number. */
    private static final int SHOWN = 6;

    static final List<ConverterEntry> TABLE = List.of(
            converter("json", STR, STR)
                    .summary(
                            "Escapes a text for a string of JSON; its bytes are characters, or UTF-8 whose errors fail (utf8), are left out (s), or are mended where it is overlong (p).")
                    .example("str(foo 1/2),json", "", "foo 1\\/2")
                    .example("bin(e282ac22),json(utf8)", "", "\\u20ac\\\"")
                    .example("bin(2de02d),json(utf8s)", "", "--")
                    .example("bin(c0af),json(utf8p)", "", "\\/")
                    .binds(orElse(string("input-code"), "ascii"), JsonText::escaper),
            converter("json_query", STR, ANY)
                    .summary(
                            "The value at a path in a JSON text: a string, a boolean, a number with six digits, or an array as it stands; with int a number as a whole one.")
                    .example("var(txn.j),json_query('$.iss')", "txn.j={\"iss\":\"me\"}", "me")
                    .example("var(txn.j),json_query('$.a[1].n',int),add(1)", "txn.j={\"a\":[0,{\"n\":4}]}", "5")
                    .example("var(txn.j),json_query($.ok)", "txn.j={\"ok\":true}", "1")
                    .example("var(txn.j),json_query($.my\\\\.key)", "txn.j={\"my.key\":\"v\"}", "v")
                    .example("var(txn.j),json_query($.r)", "txn.j={\"r\":[\"a\",\"b\"]}", "[\"a\",\"b\"]")
                    .binds(string("json_path"), orElse(string("output_type"), ""), JsonConverters::query));

    private JsonConverters() {}

    static Converter query(String path, String type) throws BindException {
        var way = JsonPath.of(path);
        if (!type.isEmpty() && !type.equals("int"))
            throw new BindException("output_type only supports \"int\" as argument");
        var whole = !type.isEmpty();
        return (scope, value) -> way.find(value.at, value.length, value) && read(scope, value, whole);
    }

    /** What stands there becomes the value. */
    private static boolean read(Scope scope, Sample value, boolean whole) {
        return switch (Slab.byteAt(value.at)) {
            case '"' -> JsonText.unescape(scope, value);
            case '[' -> true;
            case '{', 'n' -> false;
            case 't' -> value.bool(true);
            case 'f' -> value.bool(false);
            default -> whole ? wholeNumber(value) : number(scope, value);
        };
    }

    /** The digits before a fraction or exponent. */
    private static boolean wholeNumber(Sample value) {
        var length = Slab.byteAt(value.at) == '-' ? 1 : 0;
        while (length < value.length && isDigit(value, length)) length++;
        if (!Digits.isNumber(value.at, length)) return false;
        var number = Digits.number(value.at, length);
        return number >= -LARGEST && number <= LARGEST && value.integer(number);
    }

    private static boolean isDigit(Sample value, int index) {
        var c = Slab.byteAt(value.at + index);
        return c >= '0' && c <= '9';
    }

    /** A short whole number stays as it is written; others go through the heap. */
    private static boolean number(Scope scope, Sample value) {
        var from = Slab.byteAt(value.at) == '-' ? 1 : 0;
        var digits = value.length - from;
        var isShort = digits <= SHOWN && (digits == 1 || Slab.byteAt(value.at + from) != '0');
        for (var i = from; isShort && i < value.length; i++) isShort = isDigit(value, i);
        if (isShort) return true;
        var text = general(Double.parseDouble(complete(Slab.text(value.at, value.length))))
                .getBytes(StandardCharsets.ISO_8859_1);
        var at = scope.scratch().take(text.length);
        Slab.put(at, text);
        return value.text(at, text.length);
    }

    /** An exponent may lack its digits. */
    private static String complete(String number) {
        return Character.isDigit(number.charAt(number.length() - 1)) ? number : number + "0";
    }

    /** As {@code %g} of C writes it: six digits, no zeros at the end, an exponent when it is below -4 or above 5. */
    static String general(double number) {
        if (Double.isInfinite(number)) return number < 0 ? "-inf" : "inf";
        if (number == 0) return 1 / number < 0 ? "-0" : "0";
        var rounded = new BigDecimal(number)
                .round(new MathContext(SHOWN, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        var exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < SHOWN) return rounded.toPlainString();
        var digits = rounded.unscaledValue().abs().toString();
        var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        var power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + power;
    }
}
