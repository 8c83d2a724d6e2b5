package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.ADDR;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.CLIENT;
import static headway.language.sample.Source.INTERNAL;
import static headway.language.sample.Source.SERVER_ADDRESS;
import static headway.traffic.fetch.FigureFetch.number;
import static headway.traffic.fetch.FigureFetch.truth;

import headway.base.units.Address;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import headway.language.sample.Endpoint;
import headway.language.sample.FetchEntry;
import headway.language.sample.Figure;
import headway.language.sample.Label;
import headway.language.sample.Reader;
import headway.language.sample.Source;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The connections of a stream, to its client and to its server, as the kernel has them. */
final class ConnectionFetches {
    static final List<FetchEntry> TABLE = table();

    private ConnectionFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        table.addAll(end("fc_src", CLIENT, Endpoint.CLIENT, "The client's address, whatever rules have made of it."));
        table.addAll(end(
                "fc_dst",
                CLIENT,
                Endpoint.CLIENT_SIDE,
                "The address that the client connected to, whatever rules have made of it."));
        table.addAll(end(
                "bc_src", SERVER_ADDRESS, Endpoint.SERVER_SIDE, "The address from which the server was connected to."));
        table.addAll(end("bc_dst", SERVER_ADDRESS, Endpoint.SERVER, "The address of the server."));
        table.addAll(locals());
        table.addAll(errors("fc_", CLIENT, Figure.CLIENT_ERROR, "client"));
        table.addAll(errors("bc_", SERVER_ADDRESS, Figure.SERVER_ERROR, "server"));
        table.add(fetch("fc_saved_syn", BIN, CLIENT)
                .summary(
                        "The packet that began the client's connection, with its headers of IP and TCP, when the bind line has tcp-ss; the system tells it once.")
                .example("fc_saved_syn,length", "saved-syn=E.", "2")
                .binds((scope, out) -> scope.label(Label.SAVED_SYN, out) && out.binary(out.at, out.length)));
        table.add(number("fc_glitches", CLIENT, Figure.CLIENT_GLITCHES, "How often the client broke the protocol."));
        table.add(number(
                "bc_glitches", SERVER_ADDRESS, Figure.SERVER_GLITCHES, "How often the server broke the protocol."));
        table.add(truth(
                "bc_reused",
                SERVER_ADDRESS,
                Figure.SERVER_REUSED,
                "True when the request went over a connection that had carried another one."));
        table.add(number(
                "bc_be_queue",
                SERVER_ADDRESS,
                Figure.BACKEND_QUEUE,
                "How many left the backend's queue while the stream waited in it (%bq)."));
        table.add(number(
                "bc_srv_queue",
                SERVER_ADDRESS,
                Figure.SERVER_QUEUE,
                "How many left the server's queue while the stream waited in it (%sq)."));
        table.add(number(
                "fs.id",
                INTERNAL,
                Figure.CLIENT_STREAM_ID,
                "The number of the request on the client's connection; 0 of TCP."));
        table.add(number(
                "bs.id",
                SERVER_ADDRESS,
                Figure.SERVER_STREAM_ID,
                "The number of the request on the server's connection; 0 of TCP."));
        table.add(truth("fs.aborted", INTERNAL, Figure.CLIENT_ABORTED, "True when the client has gone."));
        table.add(truth("bs.aborted", SERVER_ADDRESS, Figure.SERVER_ABORTED, "True when the server has gone."));
        table.add(layers("fs.debug_str", INTERNAL, Direction.REQUEST, "client", ""));
        table.add(layers("bs.debug_str", SERVER_ADDRESS, Direction.RESPONSE, "server", "HTTP/1.1 200 OK\n"));
        table.addAll(measures());
        table.addAll(streams("fc_", CLIENT, Figure.CLIENT_STREAM_ID, "client"));
        table.addAll(streams("bc_", SERVER_ADDRESS, Figure.SERVER_CONNECTED, "server"));
        return table;
    }

    private static List<FetchEntry> locals() {
        var table = new ArrayList<FetchEntry>();
        table.add(local("src_is_local", "True when the client's address is one of this machine's.", "src=10.0.0.1"));
        table.add(local(
                "dst_is_local",
                "True when the address that the client connected to is one of this machine's.",
                "dst=10.0.0.1"));
        table.add(local(
                "fc_src_is_local",
                "True when the client's address, whatever rules have made of it, is one of this machine's.",
                "at-client=10.0.0.1:80"));
        table.add(local(
                "fc_dst_is_local",
                "True when the address that the client connected to, whatever rules have made of it, is one of this machine's.",
                "at-client-side=10.0.0.1:80"));
        return table;
    }

    private static List<FetchEntry> end(String name, Source source, Endpoint end, String summary) {
        var fact = "at-" + end.name().toLowerCase(Locale.ROOT).replace('_', '-') + "=10.0.0.1:80";
        var given = source == SERVER_ADDRESS ? "HTTP/1.1 200 OK\n" + fact : fact;
        return List.of(
                fetch(name, ADDR, source)
                        .summary(summary)
                        .example(name, given, "10.0.0.1")
                        .binds((scope, out) -> Addresses.read(scope.address(end), out)),
                fetch(name + "_port", SINT, source)
                        .summary(summary.replace("address", "port"))
                        .example(name + "_port", given, "80")
                        .binds((scope, out) ->
                                scope.address(end) instanceof Address.Inet inet && out.integer(inet.port())));
    }

    private static FetchEntry local(String name, String summary, String given) {
        var ofMachine = given.replace("10.0.0.1", "127.0.0.1");
        return fetch(name, BOOL, CLIENT)
                .summary(summary)
                .example(name, given, "0")
                .example(name, ofMachine, "1")
                .binds((scope, out) -> {
                    var address =
                            switch (name) {
                                case "src_is_local" -> scope.source();
                                case "dst_is_local" -> scope.destination();
                                case "fc_src_is_local" -> scope.address(Endpoint.CLIENT);
                                default -> scope.address(Endpoint.CLIENT_SIDE);
                            };
                    return address != null && out.bool(scope.isLocal(address));
                });
    }

    private static List<FetchEntry> errors(String prefix, Source source, Figure figure, String whose) {
        var given = FigureFetch.given(figure, 46, source);
        var none = FigureFetch.given(figure, 0, source);
        return List.of(
                number(
                        prefix + "err",
                        source,
                        figure,
                        "The number of what is wrong with the " + whose + "'s connection; 0 for nothing."),
                fetch(prefix + "err_name", STR, source)
                        .summary("The name of what is wrong with the " + whose + "'s connection; empty for nothing.")
                        .example(prefix + "err_name", given, "EREFUSED")
                        .example(prefix + "err_name", none, "")
                        .binds(error(figure, ConnectionError::nameText)),
                fetch(prefix + "err_str", STR, source)
                        .summary("What is wrong with the " + whose + "'s connection, in words.")
                        .example(prefix + "err_str", given, "ECONNREFUSED returned by OS")
                        .example(prefix + "err_str", none, "Success")
                        .binds(error(figure, ConnectionError::words)));
    }

    private static Reader error(Figure figure, Function<ConnectionError, Text> part) {
        return (scope, out) -> {
            var error = ConnectionError.of(scope.figure(figure));
            return error != null && out.text(part.apply(error));
        };
    }

    private static List<FetchEntry> measures() {
        return List.of(
                time(
                        "fc_rtt",
                        CLIENT,
                        Figure.CLIENT_RTT,
                        "The round-trip time that the kernel has measured to the client"),
                time(
                        "fc_rttvar",
                        CLIENT,
                        Figure.CLIENT_RTT_VARIANCE,
                        "The variance of the round-trip time to the client"),
                time(
                        "bc_rtt",
                        SERVER_ADDRESS,
                        Figure.SERVER_RTT,
                        "The round-trip time that the kernel has measured to the server"),
                time(
                        "bc_rttvar",
                        SERVER_ADDRESS,
                        Figure.SERVER_RTT_VARIANCE,
                        "The variance of the round-trip time to the server"),
                number(
                        "fc_unacked",
                        CLIENT,
                        Figure.CLIENT_UNACKED,
                        "How many packets the client has not acknowledged."),
                number(
                        "fc_sacked",
                        CLIENT,
                        Figure.CLIENT_SACKED,
                        "How many packets the client has acknowledged selectively."),
                number("fc_lost", CLIENT, Figure.CLIENT_LOST, "How many packets to the client the kernel thinks lost."),
                number(
                        "fc_retrans",
                        CLIENT,
                        Figure.CLIENT_RETRANSMITTED,
                        "How many packets to the client were sent again."),
                number(
                        "fc_fackets",
                        CLIENT,
                        Figure.CLIENT_FORWARD_ACKED,
                        "The kernel's count of forward acknowledgements of the client."),
                number(
                        "fc_reordering",
                        CLIENT,
                        Figure.CLIENT_REORDERING,
                        "By how many packets the order may change on the way to the client."));
    }

    /** Which layers: the sum of 16, 8, 4, 2 and 1 as the manual lists them, or 0 for all. */
    private static FetchEntry layers(String name, Source source, Direction from, String whose, String given) {
        var fact = given + whose + "-layers-";
        return fetch(name, STR, source)
                .summary("How the parts under the " + whose
                        + "'s side of the stream stand, for those who look for mistakes; the names may change.")
                .example(name, fact + "0=strm=open mux=h1", "strm=open mux=h1")
                .example(name + "(24)", fact + "24=conn=open fd=9", "conn=open fd=9")
                .binds(
                        orElse(integer("layers"), 0L),
                        layers -> (scope, out) -> scope.layers(from, (int) (long) layers, out));
    }

    private static FetchEntry time(String name, Source source, Figure figure, String summary) {
        var given = FigureFetch.given(figure, 1999, source);
        return fetch(name, SINT, source)
                .summary(summary + ", in milliseconds (ms) or microseconds (us).")
                .example(name, given, "1")
                .example(name + "(us)", given, "1999")
                .binds(orElse(string("unit"), "ms"), unit -> {
                    if (!unit.equals("us") && !unit.equals("ms"))
                        throw new BindException("expects 'us' or 'ms', got '" + unit + "'");
                    var divisor = unit.equals("ms") ? 1000 : 1;
                    return (scope, out) -> {
                        var micros = scope.figure(figure);
                        return micros != Figure.ABSENT && out.integer(micros / divisor);
                    };
                });
    }

    /** Of HTTP/1 and TCP one, as long as there is a connection. */
    private static List<FetchEntry> streams(String prefix, Source source, Figure connected, String whose) {
        var given = FigureFetch.given(connected, 1, source);
        var summaries = List.of(
                "The version of HTTP on the " + whose + "'s connection as far as it shows there: 1 up to HTTP/1.1.",
                "How many streams are open on the " + whose + "'s connection.",
                "How many streams there may be at a time on the " + whose + "'s connection.");
        var names = List.of("http_major", "nb_streams", "settings_streams_limit");
        var table = new ArrayList<FetchEntry>();
        for (var i = 0; i < names.size(); i++) {
            table.add(fetch(prefix + names.get(i), SINT, source)
                    .summary(summaries.get(i))
                    .example(prefix + names.get(i), given, "1")
                    .binds((scope, out) -> scope.figure(connected) != Figure.ABSENT && out.integer(1)));
        }
        return table;
    }
}
