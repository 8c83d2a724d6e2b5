package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;

import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Sample;
import java.util.List;
import java.util.function.ToLongFunction;

/** The header of a TCP segment, as {@code ip.data} gives it. */
final class SegmentConverters {
    private static final String SYN =
            "bin(cafe0050deadbeef00000000a0c2faf000000000020405b40402080a0000007b0000000001030307)";
    private static final int MOST_OPTIONS = 40;

    static final List<ConverterEntry> TABLE = List.of(
            number("tcp.src", "51966", "The port that a segment comes from.", v -> Packets.shortAt(v, 0)),
            number("tcp.dst", "80", "The port that a segment goes to.", v -> Packets.shortAt(v, 2)),
            number("tcp.seq", "3735928559", "The sequence number of a segment.", v -> Packets.intAt(v, 4)),
            number("tcp.flags", "194", "The eight flags from FIN (1) to CWR (128).", v -> Packets.byteAt(v, 13)),
            number("tcp.win", "64240", "The window as it was sent, without its scale.", v -> Packets.shortAt(v, 14)),
            number(
                    "tcp.options.mss",
                    "1460",
                    "The largest segment that the sender takes, 0 when it does not say.",
                    Segments::maximumSize),
            number("tcp.options.wscale", "7", "The window's scale, 0 without that option.", Segments::windowScale),
            number(
                    "tcp.options.wsopt",
                    "1",
                    "1 when the option for the window's scale is there, else 0.",
                    v -> Segments.windowScaleOr0(v) > 0 ? 1 : 0),
            number(
                    "tcp.options.sack",
                    "1",
                    "1 when selective acknowledgments are permitted, else 0.",
                    v -> Segments.hasSackPermitted(v) ? 1 : 0),
            number(
                    "tcp.options.tsopt",
                    "1",
                    "1 when the option for timestamps is there, else 0.",
                    v -> Segments.timestamp(v) < 0 ? 0 : 1),
            entry("tcp.options.tsval", "123", "The sender's timestamp; no value without that option.", (_, v) -> {
                var time = Packets.endOfTcp(v) < 0 ? -1 : Segments.timestamp(v);
                return time >= 0 && v.integer(Packets.intAt(v, time));
            }),
            converter("tcp.options_list", BIN, BIN)
                    .summary("The kinds of all options in their order, a byte each, without the one that ends them.")
                    .example(SYN + ",tcp.options_list,hex", "", "0204080103")
                    .binds((scope, v) -> {
                        if (Packets.endOfTcp(v) < 0) return false;
                        var at = scope.scratch().take(MOST_OPTIONS);
                        return v.binary(at, Segments.putKinds(at, v));
                    }));

    private SegmentConverters() {}

    private static ConverterEntry number(String name, String expected, String summary, ToLongFunction<Sample> number) {
        return entry(name, expected, summary, (_, v) -> Packets.endOfTcp(v) >= 0 && v.integer(number.applyAsLong(v)));
    }

    private static ConverterEntry entry(String name, String expected, String summary, Converter converter) {
        return converter(name, BIN, SINT)
                .summary(summary)
                .example(SYN + "," + name, "", expected)
                .binds(converter);
    }
}
