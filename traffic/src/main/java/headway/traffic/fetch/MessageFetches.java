package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.METH;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.Head;
import headway.language.sample.Direction;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message apart from its target and fields: method, status, version, body. */
final class MessageFetches {
    static final List<FetchEntry> TABLE = table();

    private MessageFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<>(List.of(
                fetch("method", METH, Source.REQUEST_LINE)
                        .summary("The method of the request.")
                        .example("method", "PURGE / HTTP/1.1", "PURGE")
                        .binds(MessageFetches::method),
                fetch("status", SINT, Source.RESPONSE_LINE)
                        .summary("The status code of the response.")
                        .example("status", "HTTP/1.1 404 Not Found", "404")
                        .binds(MessageFetches::status),
                fetch("http_first_req", BOOL, Source.REQUEST_LINE)
                        .summary("True for the first request of a connection.")
                        .example("http_first_req", "first=no", "0")
                        .example("http_first_req", "first=yes", "1")
                        .binds((scope, out) -> out.bool(scope.isFirstRequest())),
                fetch("req.body", BIN, Source.REQUEST_HEAD)
                        .summary("The part of the request's body that is there; see wait-for-body.")
                        .example("req.body", "POST / HTTP/1.1\nbody=a=1&b=2", "a=1&b=2")
                        .binds((scope, out) -> body(scope, Direction.REQUEST, out)),
                fetch("req.body_len", SINT, Source.REQUEST_HEAD)
                        .summary("How many bytes of the request's body are there.")
                        .example("req.body_len", "POST / HTTP/1.1\nbody=abc", "3")
                        .binds((scope, out) -> bodyLength(scope, Direction.REQUEST, out)),
                fetch("req.body_size", SINT, Source.REQUEST_HEAD)
                        .summary(
                                "How many bytes the request's body has in all if its length is announced, else how many are there.")
                        .example("req.body_size", "POST / HTTP/1.1\ncontent-length: 12\nbody=abc", "12")
                        .binds((scope, out) -> bodySize(scope.request(), scope, Direction.REQUEST, out)),
                fetch("req.body_param", STR, Source.REQUEST_HEAD)
                        .summary(
                                "The value of a parameter of a form in the body, as it is encoded; i ignores the name's case.")
                        .example("req.body_param(a)", "POST / HTTP/1.1\nbody=b=1&a=x%20y&a=2", "x%20y")
                        .example("req.body_param(A,i)", "POST / HTTP/1.1\nbody=b=1&a=2", "2")
                        .binds(orElse(text("name"), Text.of("")), orElse(string("i"), ""), MessageFetches::parameter)));
        table.addAll(responseBody());
        var request = fetch("req.ver", STR, Source.REQUEST_LINE)
                .summary("The version of the request, as digits with a dot.")
                .example("req.ver", "GET / HTTP/1.0", "1.0")
                .binds((scope, out) -> version(scope.request(), scope, out));
        table.add(request);
        table.add(request.as("req_ver"));
        var response = fetch("res.ver", STR, Source.RESPONSE_LINE)
                .summary("The version of the response, as digits with a dot.")
                .example("res.ver", "HTTP/1.1 200 OK", "1.1")
                .binds((scope, out) -> version(scope.response(), scope, out));
        table.add(response);
        table.add(response.as("resp_ver"));
        return table;
    }

    private static List<FetchEntry> responseBody() {
        return List.of(
                fetch("res.body", BIN, Source.RESPONSE_HEAD)
                        .summary("The part of the response's body that is there; see wait-for-body.")
                        .example("res.body", "HTTP/1.1 200 OK\nresponse-body=xy", "xy")
                        .binds((scope, out) -> body(scope, Direction.RESPONSE, out)),
                fetch("res.body_len", SINT, Source.RESPONSE_HEAD)
                        .summary("How many bytes of the response's body are there.")
                        .example("res.body_len", "HTTP/1.1 200 OK\nresponse-body=xy", "2")
                        .binds((scope, out) ->
                                scope.response() == null ? out.notYet() : bodyLength(scope, Direction.RESPONSE, out)),
                fetch("res.body_size", SINT, Source.RESPONSE_HEAD)
                        .summary(
                                "How many bytes the response's body has in all if its length is announced, else how many are there.")
                        .example("res.body_size", "HTTP/1.1 200 OK\ncontent-length: 7", "7")
                        .binds((scope, out) -> bodySize(scope.response(), scope, Direction.RESPONSE, out)));
    }

    private static boolean method(Scope scope, Sample out) {
        var head = scope.request();
        return head == null ? out.notYet() : out.method(head.methodId(), head.methodAt(), head.methodLength());
    }

    private static boolean status(Scope scope, Sample out) {
        var head = scope.response();
        return head == null ? out.notYet() : out.integer(head.status());
    }

    private static boolean version(@Nullable Head head, Scope scope, Sample out) {
        if (head == null) return out.notYet();
        var at = scope.scratch().take(3);
        Slab.putByte(at, (byte) ('0' + head.version() / 10));
        Slab.putByte(at + 1, (byte) '.');
        Slab.putByte(at + 2, (byte) ('0' + head.version() % 10));
        return out.text(at, 3);
    }

    private static boolean body(Scope scope, Direction direction, Sample out) {
        return out.binary(scope.contentAt(direction), scope.contentLength(direction));
    }

    private static Reader parameter(Text name, String ignoreCase) {
        var pairs = new Pairs(name, ignoreCase.equals("i"));
        return (scope, out) -> {
            var from = out.iterate ? out.cursor : 0;
            var at = scope.contentAt(Direction.REQUEST);
            return pairs.find(at, from, scope.contentLength(Direction.REQUEST), out);
        };
    }

    private static boolean bodyLength(Scope scope, Direction direction, Sample out) {
        return out.integer(scope.contentLength(direction));
    }

    private static boolean bodySize(@Nullable Head head, Scope scope, Direction direction, Sample out) {
        if (head == null) return out.notYet();
        var announced = head.framing() == BodyFraming.LENGTH ? head.contentLength() : 0;
        return out.integer(Math.max(announced, scope.contentLength(direction)));
    }
}
