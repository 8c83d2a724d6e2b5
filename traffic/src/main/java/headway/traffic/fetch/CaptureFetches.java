package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.REQUEST_LINE;
import static headway.language.sample.Source.RESPONSE_LINE;

import headway.base.memory.Slab;
import headway.language.sample.FetchEntry;
import headway.language.sample.Label;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;

/** What is kept of a request as it was received, whatever rules have made of it since, and of the response to the end. */
final class CaptureFetches {
    static final List<FetchEntry> TABLE = List.of(
            fetch("capture.req.method", STR, REQUEST_LINE)
                    .summary("The method of the request as it was received.")
                    .example("capture.req.method", "PURGE /a HTTP/1.1", "PURGE")
                    .binds((scope, out) -> scope.label(Label.REQUEST_LINE, out) && word(out, 0)),
            fetch("capture.req.uri", STR, REQUEST_LINE)
                    .summary("The target of the request as it was received, from its first slash on.")
                    .example("capture.req.uri", "GET /a?b=c HTTP/1.1", "/a?b=c")
                    .example("capture.req.uri", "GET http://h.x/a HTTP/1.1", "/a")
                    .binds((scope, out) -> scope.label(Label.REQUEST_LINE, out) && word(out, 1) && path(out)),
            fetch("capture.req.ver", STR, REQUEST_LINE)
                    .summary("The version of the request, as HTTP/1.0 or HTTP/1.1.")
                    .example("capture.req.ver", "GET / HTTP/1.0", "HTTP/1.0")
                    .binds((scope, out) -> scope.label(Label.REQUEST_LINE, out) && word(out, 2)),
            fetch("capture.res.ver", STR, RESPONSE_LINE)
                    .summary("The version of the response, as HTTP/1.0 or HTTP/1.1.")
                    .example("capture.res.ver", "HTTP/1.1 200 OK", "HTTP/1.1")
                    .binds(CaptureFetches::responseVersion));

    private CaptureFetches() {}

    /** The line's word of that number; single spaces stand between its three words. */
    private static boolean word(Sample line, int number) {
        var from = 0;
        var left = number;
        while (left > 0 && from < line.length) if (Slab.byteAt(line.at + from++) == ' ') left--;
        var to = from;
        while (to < line.length && Slab.byteAt(line.at + to) != ' ') to++;
        return to > from && line.text(line.at + from, to - from);
    }

    private static boolean path(Sample target) {
        var slashes = Slab.byteAt(target.at) == '/' ? 1 : 3;
        for (var i = 0; i < target.length; i++) {
            if (Slab.byteAt(target.at + i) == '/' && --slashes == 0)
                return target.text(target.at + i, target.length - i);
        }
        return false;
    }

    private static boolean responseVersion(Scope scope, Sample out) {
        var head = scope.response();
        if (head == null) return out.notYet();
        var at = scope.scratch().take(8);
        Slab.putLong(at, HTTP);
        Slab.putByte(at + 5, (byte) ('0' + head.version() / 10));
        Slab.putByte(at + 7, (byte) ('0' + head.version() % 10));
        return out.text(at, 8);
    }

    /** {@code HTTP/0.0} in the order of the slab. */
    private static final long HTTP = 0x302e302f50545448L;
}
