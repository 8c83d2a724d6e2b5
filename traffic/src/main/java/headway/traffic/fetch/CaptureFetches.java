package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.SampleType.STR;

import headway.language.sample.Direction;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import headway.language.sample.Text;
import headway.traffic.account.Account;
import headway.traffic.account.RequestLine;
import headway.traffic.account.StreamFacts;
import java.util.List;

/** What is kept of a request and its response to the end: captured fields, the request line, and the stream's own name. */
final class CaptureFetches {
    private static final Text NEW = Text.of("HTTP/1.1");
    private static final Text OLD = Text.of("HTTP/1.0");

    static final List<FetchEntry> TABLE = List.of(
            fetch("capture.req.hdr", STR, Source.REQUEST_LINE)
                    .summary("The text in a capture slot of the request, counted from 0.")
                    .example("capture.req.hdr(0)", "capture=a.example", "a.exampl")
                    .binds(integer("idx"), slot -> captured(Direction.REQUEST, slot)),
            fetch("capture.res.hdr", STR, Source.RESPONSE_LINE)
                    .summary("The text in a capture slot of the response, counted from 0.")
                    .example("capture.res.hdr(1)", "HTTP/1.1 200 OK\nresponse-capture=nginx", "nginx")
                    .binds(integer("idx"), slot -> captured(Direction.RESPONSE, slot)),
            fetch("capture.req.method", STR, Source.REQUEST_LINE)
                    .summary("The method that the client sent.")
                    .example("capture.req.method", "POST /a HTTP/1.1", "POST")
                    .binds((scope, out) -> part(scope, out, RequestLine::method)),
            fetch("capture.req.uri", STR, Source.REQUEST_LINE)
                    .summary("The target that the client sent, from the first slash of its path on.")
                    .example("capture.req.uri", "GET http://a.example/b?c HTTP/1.1", "/b?c")
                    .binds(CaptureFetches::uri),
            fetch("capture.req.ver", STR, Source.REQUEST_LINE)
                    .summary("The version that the client sent: HTTP/1.0 or HTTP/1.1.")
                    .example("capture.req.ver", "GET / HTTP/1.0", "HTTP/1.0")
                    .binds(CaptureFetches::requestVersion),
            fetch("capture.res.ver", STR, Source.RESPONSE_LINE)
                    .summary("The version that the server sent: HTTP/1.0 or HTTP/1.1.")
                    .example("capture.res.ver", "HTTP/1.1 200 OK", "HTTP/1.1")
                    .binds(CaptureFetches::responseVersion),
            fetch("unique-id", STR, Source.INTERNAL)
                    .summary(
                            "What unique-id-format makes for this stream; it is made when something asks for it first.")
                    .example("unique-id", "unique-id=0A000001:1F90", "0A000001:1F90")
                    .binds((scope, out) -> scope instanceof StreamFacts stream && stream.uniqueId(out)));

    private CaptureFetches() {}

    private static Reader captured(Direction direction, long slot) {
        return (scope, out) -> scope.handling().captures().read(direction, (int) slot, out);
    }

    private static boolean part(Scope scope, Sample out, RequestLine.Part part) {
        if (!(scope instanceof StreamFacts stream)) return false;
        return between(stream.account(), out, part.end(stream.account(), false), part.end(stream.account(), true));
    }

    private static boolean uri(Scope scope, Sample out) {
        if (!(scope instanceof StreamFacts stream)) return false;
        var account = stream.account();
        return between(account, out, RequestLine.path(account, false), RequestLine.target(account, true));
    }

    private static boolean between(Account account, Sample out, int from, int to) {
        return account.requestLineLength > 0 && out.text(from, to - from);
    }

    /** Not of what the proxy answers itself. */
    private static boolean responseVersion(Scope scope, Sample out) {
        var head = scope.response();
        if (head == null || !(scope instanceof StreamFacts stream)) return false;
        return stream.account().responseHeadNanos != 0 && version(out, head.version());
    }

    private static boolean requestVersion(Scope scope, Sample out) {
        var head = scope.request();
        return head != null && version(out, head.version());
    }

    private static boolean version(Sample out, int tenths) {
        return out.text(tenths >= 11 ? NEW : OLD);
    }
}
