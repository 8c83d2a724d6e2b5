package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.pattern.Regex;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameters;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import java.util.List;

/** Pieces of texts: taken out, put together, replaced. */
final class PieceConverters {
    static final List<ConverterEntry> TABLE = List.of(
            converter("field", STR, STR)
                    .summary(
                            "The field of that number between delimiters, counted from the end when negative; or several (count, 0 for all).")
                    .example("str(f1_f2_f3__f5),field(2,_)", "", "f2")
                    .example("str(f1_f2_f3__f5),field(2,_,0)", "", "f2_f3__f5")
                    .example("str(f1_f2_f3__f5),field(-2,_,3)", "", "f2_f3_")
                    .example("str(f1_f2_f3__f5),field(-3,_,0)", "", "f1_f2_f3")
                    .binds(integer("index"), text("delimiters"), orElse(integer("count"), 1L), PieceConverters::field),
            converter("word", STR, STR)
                    .summary("The word of that number, where delimiters in a row count as one.")
                    .example("str(f1_f2_f3__f5),word(4,_)", "", "f5")
                    .example("str(f1_f2_f3__f5),word(3,_,2)", "", "f3__f5")
                    .example("str(/f1/f2///f3//f4/),word(-1,/,0)", "", "/f1/f2///f3//f4")
                    .binds(integer("index"), text("delimiters"), orElse(integer("count"), 1L), PieceConverters::word),
            converter("bytes", BIN, BIN)
                    .summary("Bytes from an offset on, all or some.")
                    .example("str(abcdef),bytes(2,2)", "", "cd")
                    .example("str(abcdef),bytes(2)", "", "cdef")
                    .example("str(abcdef),bytes(txn.n,1)", "txn.n=3", "d")
                    .binds(
                            Operands.number("integer", "offset"),
                            orElse(Operands.number("integer", "length"), Operands.MOST),
                            PieceConverters::bytes),
            converter("concat", STR, STR)
                    .summary("Appends a text, then a variable, then another text.")
                    .example("str(a),concat(<,txn.v,>)", "txn.v=b", "a<b>")
                    .example("str(a),concat(-)", "", "a-")
                    .binds(
                            orElse(text("start"), Text.of("")),
                            orElse(Operands.variable(), Operands.NO_VARIABLE),
                            orElse(text("end"), Text.of("")),
                            (start, ref, end) -> (scope, value) -> concat(scope, value, start, ref, end)),
            converter("regsub", STR, STR)
                    .summary(
                            "Replaces what a regular expression matches, once or everywhere (g), without regard to case (i).")
                    .example("str(aXbXc),regsub(X,-)", "", "a-bXc")
                    .example("str(aXbXc),regsub(x,-,gi)", "", "a-b-c")
                    .example("str(abc),regsub(\"(b)\",\"<\\1>\")", "", "a<b>c")
                    .example("str(abab),regsub(\"(?<=a)b\",c,g)", "", "acac")
                    .binds(
                            Parameters.of("regex", "string", Asked::new),
                            string("subst"),
                            orElse(string("flags"), ""),
                            PieceConverters::substitution));

    private PieceConverters() {}

    private static Converter field(long index, Text delimiters, long count) throws BindException {
        check(index, delimiters);
        return (_, value) -> index > 0
                ? fieldForwards(value, index, delimiters, count)
                : fieldBackwards(value, -index, delimiters, count);
    }

    private static void check(long index, Text delimiters) throws BindException {
        if (index == 0) throw new BindException("Unexpected value 0 for index");
        if (delimiters.length() == 0) throw new BindException("Empty separators list");
    }

    private static boolean fieldForwards(Sample value, long index, Text delimiters, long count) {
        var from = 0;
        for (var skip = index - 1; skip > 0; skip--) {
            from = delimiter(value, from, delimiters) + 1;
            if (from > value.length) return false;
        }
        var to = delimiter(value, from, delimiters);
        for (var more = count - 1; to < value.length && (count == 0 || more > 0); more--) {
            to = delimiter(value, to + 1, delimiters);
        }
        return value.text(value.at + from, to - from);
    }

    private static boolean fieldBackwards(Sample value, long index, Text delimiters, long count) {
        var to = value.length;
        for (var skip = index - 1; skip > 0; skip--) {
            to = delimiterBefore(value, to, delimiters);
            if (to < 0) return false;
        }
        var from = delimiterBefore(value, to, delimiters);
        for (var more = count - 1; from >= 0 && (count == 0 || more > 0); more--) {
            from = delimiterBefore(value, from, delimiters);
        }
        return value.text(value.at + from + 1, to - from - 1);
    }

    private static int delimiter(Sample value, int from, Text delimiters) {
        var i = from;
        while (i < value.length && !TextConverters.isIn(Slab.byteAt(value.at + i), delimiters)) i++;
        return i;
    }

    /** The last one before {@code to}, or -1. */
    private static int delimiterBefore(Sample value, int to, Text delimiters) {
        var i = to - 1;
        while (i >= 0 && !TextConverters.isIn(Slab.byteAt(value.at + i), delimiters)) i--;
        return i;
    }

    private static Converter word(long index, Text delimiters, long count) throws BindException {
        check(index, delimiters);
        return (_, value) -> index > 0
                ? wordForwards(value, index, delimiters, count)
                : wordBackwards(value, -index, delimiters, count);
    }

    private static boolean wordForwards(Sample value, long index, Text delimiters, long count) {
        var from = 0;
        var to = 0;
        for (var left = index; left > 0; left--) {
            from = noDelimiter(value, to, delimiters);
            if (from == value.length) return value.text(value.at, 0);
            to = delimiter(value, from, delimiters);
        }
        if (count == 0) return value.text(value.at + from, value.length - from);
        for (var more = count - 1; more > 0; more--) {
            var next = noDelimiter(value, to, delimiters);
            if (next == value.length) break;
            to = delimiter(value, next, delimiters);
        }
        return value.text(value.at + from, to - from);
    }

    private static boolean wordBackwards(Sample value, long index, Text delimiters, long count) {
        var from = value.length;
        var to = value.length;
        for (var left = index; left > 0; left--) {
            to = noDelimiterBefore(value, from, delimiters);
            if (to == 0) return value.text(value.at, 0);
            from = delimiterBefore(value, to, delimiters) + 1;
        }
        if (count == 0) return value.text(value.at, to);
        for (var more = count - 1; more > 0; more--) {
            var next = noDelimiterBefore(value, from, delimiters);
            if (next == 0) break;
            from = delimiterBefore(value, next, delimiters) + 1;
        }
        return value.text(value.at + from, to - from);
    }

    private static int noDelimiter(Sample value, int from, Text delimiters) {
        var i = from;
        while (i < value.length && TextConverters.isIn(Slab.byteAt(value.at + i), delimiters)) i++;
        return i;
    }

    /** The end of what stands before delimiters that end at {@code to}. */
    private static int noDelimiterBefore(Sample value, int to, Text delimiters) {
        var i = to;
        while (i > 0 && TextConverters.isIn(Slab.byteAt(value.at + i - 1), delimiters)) i--;
        return i;
    }

    private static Converter bytes(Operands.Number offset, Operands.Number length) throws BindException {
        if (offset.value() < 0) throw new BindException("offset must not be negative");
        if (length.slot() < 0 && length.value() < 1) throw new BindException("length must be positive");
        return (scope, value) -> {
            var number = scope.scratch().borrow();
            var from = offset.read(scope, number) ? number.integer : -1;
            var size = length.read(scope, number) ? number.integer : -1;
            scope.scratch().giveBack();
            if (from < 0 || size < 0 || from > value.length) return false;
            return value.binary(value.at + (int) from, (int) Math.min(size, value.length - from));
        };
    }

    private static boolean concat(Scope scope, Sample value, Text start, VariableRef ref, Text end) {
        var scratch = scope.scratch();
        var middle = scratch.borrow();
        middle.text(0, 0);
        if (ref.slot() >= 0 && !Operands.readText(scope, ref, middle)) middle.text(0, 0);
        var length = value.length + start.length() + middle.length + end.length();
        var fits = length <= Scratch.LIMIT;
        if (fits) {
            var at = scratch.take(length);
            var to = append(append(at, value.at, value.length), start.at(), start.length());
            append(append(to, middle.at, middle.length), end.at(), end.length());
            value.text(at, length);
        }
        scratch.giveBack();
        return fits;
    }

    private static int append(int to, int at, int length) {
        Slab.copy(at, to, length);
        return to + length;
    }

    /** A regular expression whose flags are still to come. */
    private record Asked(String regex, Binding binding) {}

    /** The only converter here that makes objects: the value and the result are copied through the heap. */
    private static Converter substitution(Asked asked, String replacement, String flags) throws BindException {
        for (var flag : flags.toCharArray()) {
            if (flag != 'g' && flag != 'i')
                throw new BindException("invalid regex flag '" + flag + "', only 'i' and 'g' are supported");
        }
        if (asked.regex.isEmpty()) throw new BindException("missing regex");
        var regex = Regex.compile(asked.binding, asked.regex, flags.indexOf('i') >= 0);
        return new Substitution(regex, replacement, flags.indexOf('g') >= 0)::convert;
    }
}
