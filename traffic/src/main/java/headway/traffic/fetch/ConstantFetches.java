package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.Parameters.variable;
import static headway.language.sample.SampleType.ANY;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.IPV4;
import static headway.language.sample.SampleType.IPV6;
import static headway.language.sample.SampleType.METH;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.CONSTANT;

import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.FetchEntry;
import headway.language.sample.MethodNames;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What needs no message: constants, variables, the time, chance. */
final class ConstantFetches {
    private static final long PID = ProcessHandle.current().pid();

    static final List<FetchEntry> TABLE = List.of(
            fetch("always_true", BOOL, CONSTANT)
                    .summary("True.")
                    .example("always_true", "", "1")
                    .binds((_, out) -> out.bool(true)),
            fetch("always_false", BOOL, CONSTANT)
                    .summary("False.")
                    .example("always_false", "", "0")
                    .binds((_, out) -> out.bool(false)),
            fetch("bool", BOOL, CONSTANT)
                    .summary("A boolean: true, false, or a number.")
                    .example("bool(true)", "", "1")
                    .example("bool(0)", "", "0")
                    .binds(string("bool"), ConstantFetches::bool),
            fetch("int", SINT, CONSTANT)
                    .summary("A number.")
                    .example("int(-7)", "", "-7")
                    .binds(integer("integer"), number -> {
                        long value = number;
                        return (_, out) -> out.integer(value);
                    }),
            fetch("str", STR, CONSTANT)
                    .summary("A text.")
                    .example("str(\"a,b\")", "", "a,b")
                    .binds(orElse(text("string"), Text.of("")), text -> (_, out) -> out.text(text)),
            fetch("bin", BIN, CONSTANT)
                    .summary("Bytes, written as hexadecimal digits.")
                    .example("bin(4142)", "", "AB")
                    .binds(string("hex"), ConstantFetches::binary),
            fetch("ipv4", IPV4, CONSTANT)
                    .summary("An IPv4 address.")
                    .example("ipv4(10.0.0.1)", "", "10.0.0.1")
                    .binds(string("ipv4"), ConstantFetches::v4),
            fetch("ipv6", IPV6, CONSTANT)
                    .summary("An IPv6 address.")
                    .example("ipv6(2001:db8:0::1)", "", "2001:db8::1")
                    .binds(string("ipv6"), ConstantFetches::v6),
            fetch("meth", METH, CONSTANT)
                    .summary("A method.")
                    .example("meth(GET)", "", "GET")
                    .binds(text("method"), ConstantFetches::method),
            fetch("var", ANY, CONSTANT)
                    .summary("The value of a variable; another one when it is not set.")
                    .example("var(txn.a)", "txn.a=x", "x")
                    .example("var(txn.b,none)", "", "none")
                    .binds(variable(), orElse(string("default"), ""), (ref, absent) -> {
                        var scopeOf = ref.scope();
                        var slot = ref.slot();
                        if (absent.isEmpty())
                            return (scope, out) -> scope.variables(scopeOf).read(slot, scope, out);
                        var otherwise = Text.of(absent);
                        return (scope, out) -> scope.variables(scopeOf).read(slot, scope, out) || out.text(otherwise);
                    }),
            fetch("dump_all_vars", STR, CONSTANT)
                    .summary(
                            "All variables that are set, of one scope or of all, whose names begin with a prefix, with their values and a delimiter between them.")
                    .example("dump_all_vars(txn)", "txn.a=x\ntxn.b=y\"z", "txn.a=\"x\", txn.b=\"y\\\"z\"")
                    .example("dump_all_vars(,u,;)", "txn.a=x\nsess.u1=1\nreq.u2=2", "sess.u1=\"1\";req.u2=\"2\"")
                    .binds(
                            VariableDump.scope(),
                            orElse(string("prefix"), ""),
                            orElse(text("delimiter"), Text.of(", ")),
                            VariableDump::new),
            fetch("env", STR, CONSTANT)
                    .summary("An environment variable, as it was when the configuration was read.")
                    .example("env(HEADWAY_NOT_SET),length", "", "0")
                    .binds(string("name"), ConstantFetches::environment),
            fetch("pid", SINT, CONSTANT)
                    .summary("The number of the process.")
                    .example("pid,bool", "", "1")
                    .binds((_, out) -> out.integer(PID)),
            fetch("date", SINT, CONSTANT)
                    .summary(
                            "Seconds since 1970, with an offset in that unit; or in milliseconds (ms) or microseconds (us).")
                    .example("date", "now=1420070400123", "1420070400")
                    .example("date(-400,ms)", "now=1420070400123", "1420070399723")
                    .binds(orElse(integer("offset"), 0L), orElse(string("unit"), "s"), ConstantFetches::date),
            fetch("rand", SINT, CONSTANT)
                    .summary("A random number from 0 up to a range, excluded; of 32 bits without one.")
                    .example("rand(1)", "", "0")
                    .binds(orElse(integer("range"), 0x100000000L), ConstantFetches::random));

    private ConstantFetches() {}

    private static Reader bool(String word) throws BindException {
        var truth =
                switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        if (!word.matches("-?\\d+")) throw new BindException("'" + word + "' is not a boolean");
                        yield !word.matches("-?0+");
                    }
                };
        return (_, out) -> out.bool(truth);
    }

    private static Reader binary(String hex) throws BindException {
        if (hex.isEmpty()) throw new BindException("there are no hexadecimal digits");
        try {
            var bytes = Text.of(HexFormat.of().parseHex(hex));
            return (_, out) -> out.binary(bytes.at(), bytes.length());
        } catch (IllegalArgumentException e) {
            throw new BindException("'" + hex + "' is not a series of pairs of hexadecimal digits");
        }
    }

    private static Reader v4(String text) throws BindException {
        var address = Addresses.v4(text);
        if (address < 0) throw new BindException("'" + text + "' is not an IPv4 address");
        var value = (int) address;
        return (_, out) -> out.ipv4(value);
    }

    private static Reader v6(String text) throws BindException {
        var value = new Sample();
        if (!Addresses.v6(text, value)) throw new BindException("'" + text + "' is not an IPv6 address");
        var high = value.high;
        var low = value.low;
        return (_, out) -> out.ipv6(high, low);
    }

    private static Reader method(Text name) {
        var id = MethodNames.id(name.at(), name.length());
        return (_, out) -> out.method(id, name.at(), name.length());
    }

    private static Reader environment(String name) {
        var value = System.getenv(name);
        if (value == null) return (_, out) -> out.text(0, 0);
        var text = Text.of(value);
        return (_, out) -> out.text(text);
    }

    private static Reader date(long offset, String unit) throws BindException {
        return switch (unit) {
            case "s" -> (scope, out) -> out.integer(scope.wallMillis() / 1000 + offset);
            case "ms" -> (scope, out) -> out.integer(scope.wallMillis() + offset);
            case "us" -> (scope, out) -> out.integer(scope.wallMillis() * 1000 + offset);
            default -> throw new BindException("unknown unit '" + unit + "', expected s, ms or us");
        };
    }

    /** As watched: 32 bits of chance times the range, of which the upper half counts, whatever the range is. */
    private static Reader random(long range) {
        return (_, out) -> out.integer((ThreadLocalRandom.current().nextInt() & 0xffffffffL) * range >>> 32);
    }
}
