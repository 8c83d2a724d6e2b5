package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.Source.CLIENT;
import static headway.language.sample.Source.CONSTANT;
import static headway.language.sample.Source.INTERNAL;
import static headway.language.sample.Source.REQUEST_LINE;
import static headway.language.sample.Source.RESPONSE_LINE;
import static headway.language.sample.Source.SERVER_ADDRESS;
import static headway.traffic.fetch.FigureFetch.number;

import headway.language.sample.BindException;
import headway.language.sample.FetchEntry;
import headway.language.sample.Figure;
import headway.language.sample.Reader;
import java.util.List;

/** When a stream reached its phases, in milliseconds; -1 as long as it has not, and of a total what it is so far. Manual 8.4. */
final class TimeFetches {
    static final List<FetchEntry> TABLE = List.of(
            fetch("accept_date", SINT, CLIENT)
                    .summary(
                            "When the connection was accepted, or had answered its last request: seconds since 1970, or milliseconds (ms) or microseconds (us).")
                    .example("accept_date", "accept-date=1420070400123", "1420070400")
                    .example("accept_date(us)", "accept-date=1420070400123", "1420070400123000")
                    .binds(orElse(string("unit"), "s"), unit -> date(Figure.ACCEPT_DATE, unit)),
            fetch("request_date", SINT, REQUEST_LINE)
                    .summary(
                            "When the first byte of the request came: seconds since 1970, or milliseconds (ms) or microseconds (us).")
                    .example("request_date(ms)", "request-date=1420070400123", "1420070400123")
                    .binds(orElse(string("unit"), "s"), unit -> date(Figure.REQUEST_DATE, unit)),
            fetch("date_us", SINT, CONSTANT)
                    .summary("The microseconds of the present second.")
                    .example("date_us", "now=1420070400123", "123000")
                    .binds((scope, out) -> out.integer(Math.floorMod(scope.wallMillis(), 1000) * 1000L)),
            number(
                    "fc.timer.handshake",
                    CLIENT,
                    Figure.HANDSHAKE_TIME,
                    "How long the handshakes of the client's connection took (%Th)."),
            number(
                    "fc.timer.total",
                    INTERNAL,
                    Figure.TOTAL_TIME,
                    "How long the stream takes since its connection was accepted (%Tt)."),
            number(
                    "req.timer.idle",
                    INTERNAL,
                    Figure.IDLE_TIME,
                    "How long the client was silent before the request (%Ti)."),
            number(
                    "req.timer.hdr",
                    INTERNAL,
                    Figure.HEADER_TIME,
                    "How long the head of the request took to come (%TR)."),
            number(
                    "req.timer.tq",
                    INTERNAL,
                    Figure.REQUEST_TIME,
                    "Silence before the request and the coming of its head together (%Tq)."),
            number("req.timer.queue", SERVER_ADDRESS, Figure.QUEUE_TIME, "How long it waited in queues (%Tw)."),
            number(
                    "bc.timer.connect",
                    SERVER_ADDRESS,
                    Figure.CONNECT_TIME,
                    "How long connecting to the server took (%Tc)."),
            number(
                    "res.timer.hdr",
                    RESPONSE_LINE,
                    Figure.RESPONSE_TIME,
                    "How long the head of the response took to come (%Tr)."),
            number("res.timer.data", RESPONSE_LINE, Figure.DATA_TIME, "How long the data of the response take (%Td)."),
            number(
                    "txn.timer.total",
                    INTERNAL,
                    Figure.ACTIVE_TIME,
                    "How long the request takes from its first byte on (%Ta)."),
            number(
                    "txn.timer.user",
                    INTERNAL,
                    Figure.USER_TIME,
                    "How long the request takes as its user sees it (%Tu)."));

    private TimeFetches() {}

    private static Reader date(Figure figure, String unit) throws BindException {
        return switch (unit) {
            case "s" ->
                (scope, out) -> {
                    var millis = scope.figure(figure);
                    return millis != Figure.ABSENT && out.integer(Math.floorDiv(millis, 1000L));
                };
            case "ms" -> number(figure);
            case "us" ->
                (scope, out) -> {
                    var millis = scope.figure(figure);
                    return millis != Figure.ABSENT && out.integer(millis * 1000);
                };
            default -> throw new BindException("expects 's', 'us' or 'ms', got '" + unit + "'");
        };
    }
}
