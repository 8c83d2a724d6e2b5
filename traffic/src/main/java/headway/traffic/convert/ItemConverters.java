package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import java.util.List;

/** Items of lists and forms. */
final class ItemConverters {
    static final List<ConverterEntry> TABLE = List.of(
            converter("param", STR, STR)
                    .summary(
                            "The value of the first parameter of a name; parameters are separated by & unless another character is given.")
                    .example("str(a=b&c=d&a=r),param(a)", "", "b")
                    .example("str(a;b=c),param(b,0x3b)", "", "c")
                    .binds(text("name"), orElse(string("delim"), "&"), ItemConverters::parameter),
            converter("add_item", STR, STR)
                    .summary("Appends a variable and a text behind a delimiter, which an empty text does not get.")
                    .example("str(a),add_item(\",\",txn.v,!)", "txn.v=b", "a,b!")
                    .example("str(),add_item(\",\",txn.v)", "txn.v=b", "b")
                    .example("str(a),add_item(\",\",txn.none)", "", "a")
                    .binds(
                            text("delim"),
                            orElse(Operands.variable(), Operands.NO_VARIABLE),
                            orElse(text("suff"), Text.of("")),
                            ItemConverters::addItem),
            converter("language", STR, STR)
                    .summary(
                            "Of some languages the one that an Accept-Language field likes best; a default when it likes none.")
                    .example("var(txn.l),language(es;fr)", "txn.l=de, fr;q=0.8, es;q=0.7", "fr")
                    .example("str(en-GB),language(fr;en)", "", "en")
                    .example("str(de),language(fr;en,none)", "", "none")
                    .binds(string("value"), orElse(string("default"), ""), (names, otherwise) -> {
                        var choice = new LanguageChoice(names, otherwise);
                        return (_, value) -> choice.choose(value);
                    }));

    private ItemConverters() {}

    private static Converter parameter(Text name, String delimiter) throws BindException {
        var separator = delimiter(delimiter);
        return (_, value) -> parameter(value, name, separator);
    }

    private static byte delimiter(String text) throws BindException {
        if (text.length() == 1) return (byte) text.charAt(0);
        if (text.matches("0x[0-9a-fA-F]{2}")) return (byte) Integer.parseInt(text.substring(2), 16);
        throw new BindException("the delimiter must be a single character or its code as 0xHH");
    }

    private static boolean parameter(Sample value, Text name, byte separator) {
        for (var from = 0; from <= value.length; ) {
            var end = from;
            while (end < value.length && Slab.byteAt(value.at + end) != separator) end++;
            var equals = from;
            while (equals < end && Slab.byteAt(value.at + equals) != '=') equals++;
            if (equals - from == name.length() && Slab.equal(value.at + from, name.at(), name.length())) {
                var start = Math.min(equals + 1, end);
                return value.text(value.at + start, end - start);
            }
            from = end + 1;
        }
        return false;
    }

    private static Converter addItem(Text delimiter, VariableRef ref, Text suffix) throws BindException {
        if (ref.slot() < 0 && suffix.length() == 0)
            throw new BindException("one of the optional arguments has to be nonempty");
        return (scope, value) -> addItem(scope, value, delimiter, ref, suffix);
    }

    private static boolean addItem(Scope scope, Sample value, Text delimiter, VariableRef ref, Text suffix) {
        var scratch = scope.scratch();
        var item = scratch.borrow();
        if (ref.slot() < 0 || !Operands.readText(scope, ref, item)) item.text(0, 0);
        var between = value.length > 0 && item.length + suffix.length() > 0 ? delimiter.length() : 0;
        var length = value.length + between + item.length + suffix.length();
        var fits = length <= Scratch.LIMIT;
        if (fits) {
            var at = scratch.take(length);
            Slab.copy(value.at, at, value.length);
            Slab.copy(delimiter.at(), at + value.length, between);
            Slab.copy(item.at, at + value.length + between, item.length);
            Slab.copy(suffix.at(), at + length - suffix.length(), suffix.length());
            value.text(at, length);
        }
        scratch.giveBack();
        return fits;
    }
}
