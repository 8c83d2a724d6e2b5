package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.text;

import headway.base.diagnostic.Position;
import headway.language.pattern.Comparison;
import headway.language.pattern.MapOutput;
import headway.language.pattern.MatchMethod;
import headway.language.pattern.PatternStore;
import headway.language.pattern.PatternUse;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;

/** Look-ups in maps: a family of names, one for each way of comparing and kind of result. */
final class MapConverters {
    private static final Text NO_TEXT = new Text(-1, 0);
    private static final Sample NO_ADDRESS = new Sample();
    private static final long NO_NUMBER = Long.MIN_VALUE;

    /**
     * A way of comparing and what is said of it.
     *
     * @param use of the example, with the map's name to come
     * @param key what the example finds
     */
    private record Way(MatchMethod method, String words, String use, String key) {
        String name() {
            return "map_" + method.word();
        }

        SampleType in() {
            return method.type();
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(MatchMethod.STR, "that is the text", "str(b)", "b"),
            new Way(MatchMethod.BEG, "with which the text begins, the longest of them", "str(bcd)", "bc"),
            new Way(MatchMethod.SUB, "that is in the text, the first of them", "str(abc)", "b"),
            new Way(MatchMethod.DIR, "that stands between slashes of the text, the first of them", "str(/a/b/c)", "b"),
            new Way(MatchMethod.DOM, "that stands between dots of the text, the first of them", "str(www.b)", "b"),
            new Way(MatchMethod.END, "with which the text ends, the first of them", "str(ab)", "b"),
            new Way(
                    MatchMethod.REG,
                    "that matches the text as a regular expression, the first of them",
                    "str(abc)",
                    "b"),
            new Way(MatchMethod.INT, "that is the number or a range with it, the first of them", "int(5)", "4:6"),
            new Way(
                    MatchMethod.IP,
                    "that is the address or a network with it, the smallest of them",
                    "ipv4(10.1.2.3)",
                    "10.1.0.0/16"));

    static final List<ConverterEntry> TABLE = table();

    private MapConverters() {}

    private static List<ConverterEntry> table() {
        var table = new ArrayList<ConverterEntry>();
        for (var way : WAYS) {
            table.add(texts(way));
            table.add(numbers(way));
            table.add(addresses(way));
            table.add(keys(way));
        }
        table.add(table.getFirst().as("map"));
        table.add(expanded());
        return table;
    }

    private static ConverterEntry texts(Way way) {
        return begin(way, "", SampleType.STR, "What a map has for the key ")
                .example(way.use + "," + way.name() + "(virt@m)", given(way, "some text"), "some text")
                .example(way.use + "," + way.name() + "(virt@m,none)", "", "none")
                .binds(
                        map(way, MapOutput.STR),
                        orElse(text("default_value"), NO_TEXT),
                        (use, otherwise) -> (scope, value) -> use.map(scope.scratch(), value, MapOutput.STR)
                                || otherwise.at() >= 0 && value.text(otherwise));
    }

    private static ConverterEntry numbers(Way way) {
        return begin(way, "_int", SampleType.SINT, "The number that a map has for the key ")
                .example(way.use + "," + way.name() + "_int(virt@m),add(1)", given(way, "-7"), "-6")
                .example(way.use + "," + way.name() + "_int(virt@m,3)", "", "3")
                .binds(
                        map(way, MapOutput.INT),
                        orElse(integer("default_value"), NO_NUMBER),
                        (use, otherwise) -> (scope, value) -> use.map(scope.scratch(), value, MapOutput.INT)
                                || otherwise != NO_NUMBER && value.integer(otherwise));
    }

    private static ConverterEntry addresses(Way way) {
        return begin(way, "_ip", SampleType.ADDR, "The address that a map has for the key ")
                .example(way.use + "," + way.name() + "_ip(virt@m),ipmask(24)", given(way, "192.0.2.9"), "192.0.2.0")
                .example(way.use + "," + way.name() + "_ip(virt@m,::1)", "", "::1")
                .binds(
                        map(way, MapOutput.IP),
                        orElse(address(), NO_ADDRESS),
                        (use, otherwise) -> (scope, value) -> use.map(scope.scratch(), value, MapOutput.IP)
                                || otherwise != NO_ADDRESS && copy(otherwise, value));
    }

    /** Without a default: the manual has none for keys. */
    private static ConverterEntry keys(Way way) {
        return begin(way, "_key", SampleType.STR, "The key of a map itself ")
                .example(way.use + "," + way.name() + "_key(virt@m)", given(way, "x"), way.key)
                .binds(
                        map(way, MapOutput.KEY),
                        use -> (scope, value) -> use.map(scope.scratch(), value, MapOutput.KEY));
    }

    private static ConverterEntry expanded() {
        var way = new Way(MatchMethod.REG, "", "", "");
        return converter("map_regm", SampleType.STR, SampleType.STR)
                .summary("What a map has for the regular expression that matches, with \\0 to \\9 replaced by what its"
                        + " groups match.")
                .example("str(abc),map_regm(virt@m)", "map virt@m (a)(b) <\\2\\1>", "<ba>")
                .example("str(abc),map_regm(virt@m,none)", "", "none")
                .binds(
                        map(way, MapOutput.STR),
                        orElse(text("default_value"), NO_TEXT),
                        (use, otherwise) -> (scope, value) ->
                                use.expand(scope.scratch(), value) || otherwise.at() >= 0 && value.text(otherwise));
    }

    private static ConverterEntry.Draft begin(Way way, String suffix, SampleType out, String what) {
        return converter(way.name() + suffix, way.in(), out).summary(what + way.words + ".");
    }

    private static String given(Way way, String value) {
        return "map virt@m " + way.key + " " + value;
    }

    private static boolean copy(Sample address, Sample value) {
        value.type = address.type;
        value.integer = address.integer;
        value.high = address.high;
        value.low = address.low;
        return true;
    }

    private static Parameter<PatternUse> map(Way way, MapOutput output) {
        return Parameters.of("map_name", "string", (text, binding) -> {
            var list = PatternStore.of(binding).load(text, binding.folder(), true);
            var use = list.use(Comparison.of(way.method), output);
            PatternStore.of(binding).tellSlow(Position.NOWHERE, binding.diagnostics());
            return use;
        });
    }

    private static Parameter<Sample> address() {
        return Parameters.of("default_value", "string", (text, binding) -> {
            var value = new Sample();
            var v4 = Addresses.v4(text);
            if (v4 >= 0 && value.ipv4((int) v4) || Addresses.v6(text, value)) return value;
            throw new BindException("map: cannot parse default ip <" + text + ">");
        });
    }
}
