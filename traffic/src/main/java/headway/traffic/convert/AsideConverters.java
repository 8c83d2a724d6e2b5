package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.STR;

import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Casts;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Direction;
import headway.language.sample.EventSinks.Sink;
import headway.language.sample.Parameter;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values that are passed on as they are, and are also kept or shown elsewhere. */
final class AsideConverters {
    private static final Text NO_PREFIX = Text.of("");
    /** What stands around the value in a line, brackets and quotes aside. */
    private static final int MARKS = 64;

    static final List<ConverterEntry> TABLE = List.of(
            converter("capture-req", STR, STR)
                    .summary(
                            "Keeps the text in a capture slot of the request, and passes it on; no value when there is no such slot.")
                    .example("str(abc),capture-req(1),concat(-),capture-req(0)", "", "abc-")
                    .example("str(abc),capture-req(2)", "", "")
                    .binds(slot(), slot -> keeper(Direction.REQUEST, slot)),
            converter("capture-res", STR, STR)
                    .summary(
                            "Keeps the text in a capture slot of the response, and passes it on; no value when there is no such slot.")
                    .example("str(abc),capture-res(1),upper", "", "ABC")
                    .example("str(abc),capture-res(-1)", "", "")
                    .binds(slot(), slot -> keeper(Direction.RESPONSE, slot)),
            converter("debug", ANY, ANY)
                    .summary(
                            "Passes the value on, and writes it with its type to a ring, stdout or stderr; to the ring buf0 when none is named.")
                    .example("src,debug", "src=10.0.0.1", "10.0.0.1")
                    .example("int(5),debug(five,stderr),add(1)", "", "6")
                    .binds(orElse(text("prefix"), NO_PREFIX), sink(), AsideConverters::shower));

    private static final Map<SampleType, Text> HEADS = heads();

    private AsideConverters() {}

    private static Map<SampleType, Text> heads() {
        var heads = new EnumMap<SampleType, Text>(SampleType.class);
        for (var type : SampleType.values()) heads.put(type, Text.of(": type=" + type.word() + " <"));
        return heads;
    }

    /** While the configuration is read there are no slots. */
    private static Parameter<Integer> slot() {
        var number = integer("id");
        return new Parameter<>() {
            @Override
            public String type() {
                return number.type();
            }

            @Override
            public String name() {
                return number.name();
            }

            @Override
            public Integer parse(String text, Binding binding) throws BindException {
                var slot = number.parse(text, binding);
                if (binding.place() == Place.CONFIGURATION || slot < 0 || slot > Integer.MAX_VALUE) return -1;
                return slot.intValue();
            }
        };
    }

    private static Converter keeper(Direction direction, int slot) {
        return (scope, value) -> {
            if (slot < 0) return false;
            var captures = scope.handling().captures();
            if (slot >= captures.count(direction)) return false;
            captures.write(direction, slot, value.at, value.length);
            return true;
        };
    }

    private static Parameter<Sink> sink() {
        return new Parameter<>() {
            @Override
            public String type() {
                return "string";
            }

            @Override
            public String name() {
                return "destination";
            }

            @Override
            public Sink parse(String text, Binding binding) throws BindException {
                var sink = binding.declared().all().sinks().find(text);
                if (sink == null) throw new BindException("No such sink '" + text + "'");
                return sink;
            }

            @Override
            public boolean isOptional() {
                return true;
            }

            @Override
            public Sink absent(Binding binding) throws BindException {
                return parse("buf0", binding);
            }
        };
    }

    private static Converter shower(Text prefix, Sink sink) {
        return (scope, value) -> {
            show(scope, value, prefix, sink);
            return true;
        };
    }

    private static void show(Scope scope, Sample value, Text prefix, Sink sink) {
        var scratch = scope.scratch();
        var mark = scratch.mark();
        var shown = scratch.borrow();
        shown.copy(value);
        var type = HEADS.get(value.type);
        if (type != null && Casts.toText(scope, shown)) {
            var room = MARKS + prefix.length() + shown.length;
            var line = scratch.work(room);
            var out = scratch.borrowWriter();
            out.begin(line.at(), room);
            out.text("[debug] ");
            out.copy(prefix.at(), prefix.length());
            out.copy(type.at(), type.length());
            out.copy(shown.at, shown.length);
            out.character('>');
            sink.write(out.at(), out.length());
            scratch.giveBackWriter();
            line.release();
        }
        scratch.giveBack();
        scratch.reset(mark);
    }
}
