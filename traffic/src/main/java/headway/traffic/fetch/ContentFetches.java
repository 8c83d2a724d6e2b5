package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Direction;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a connection, before anybody knows what they mean. They may grow, so what they lack is lacking only for now. */
final class ContentFetches {
    static final List<FetchEntry> TABLE = table();

    /** A method has at least one letter and 32 at most here, so that nothing endless is looked through. */
    private static final int LONGEST_METHOD = 32;

    /** What every head has beside its texts: blanks, the version, a status, the ends of the first line and of the head. */
    private static final int BESIDE_REQUEST = " ".length() + " HTTP/1.1\r\n\r\n".length();

    private static final int BESIDE_RESPONSE = "HTTP/1.1 200 \r\n\r\n".length();

    private ContentFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        var requestLength = fetch("req.len", SINT, Source.REQUEST_BUFFER)
                .summary("How many bytes the client has sent and nobody has taken.")
                .example("req.len", "content=hello", "5")
                .binds((scope, out) -> length(scope, Direction.REQUEST, out));
        table.add(requestLength);
        table.add(requestLength.as("req_len"));
        table.add(fetch("res.len", SINT, Source.RESPONSE_BUFFER)
                .summary("How many bytes the server has sent and nobody has taken.")
                .example("res.len", "response-body=xyz", "3")
                .binds((scope, out) -> length(scope, Direction.RESPONSE, out)));
        var payload = fetch("req.payload", BIN, Source.REQUEST_BUFFER)
                .summary("Bytes of what the client has sent, from an offset on; length 0 takes all.")
                .example("req.payload(1,3)", "content=hello", "ell")
                .binds(integer("offset"), integer("length"), (at, size) -> payload(Direction.REQUEST, at, size));
        table.add(payload);
        var answered = fetch("res.payload", BIN, Source.RESPONSE_BUFFER)
                .summary("Bytes of what the server has sent, from an offset on; length 0 takes all.")
                .example("res.payload(0,2)", "response-body=xyz", "xy")
                .binds(integer("offset"), integer("length"), (at, size) -> payload(Direction.RESPONSE, at, size));
        table.addAll(List.of(payload.as("payload", answered), answered));
        var http = fetch("req.proto_http", BOOL, Source.REQUEST_LINE)
                .summary("True when the client speaks HTTP/1.")
                .example("req.proto_http", "content=GET / HTTP/1.1\\r\\n", "1")
                .example("req.proto_http", "content=SSH-2.0-x\\r\\n", "0")
                .binds(ContentFetches::isHttp);
        table.add(http);
        table.add(http.as("req_proto_http"));
        table.add(fetch("wait_end", BOOL, Source.INTERNAL)
                .summary("True at the end of the inspection, which it thereby waits for.")
                .example("wait_end", "", "1")
                .binds((scope, out) -> scope.isFinal() ? out.bool(true) : out.notYet()));
        return table;
    }

    private static boolean length(Scope scope, Direction direction, Sample out) {
        out.mayChange = !scope.contentEnded(direction);
        return out.integer(headSize(scope, direction) + scope.contentLength(direction));
    }

    /** Of messages the content is the body. HAProxy counts its own form of the head as well, in which some bytes more or fewer stand for it. */
    private static int headSize(Scope scope, Direction direction) {
        if (!scope.readsMessages()) return 0;
        var isRequest = direction == Direction.REQUEST;
        var head = isRequest ? scope.request() : scope.response();
        if (head == null) return 0;
        return head.size() + (isRequest ? BESIDE_REQUEST : BESIDE_RESPONSE);
    }

    private static Reader payload(Direction direction, long offset, long length) throws BindException {
        if (offset < 0) throw new BindException("payload offset must be positive");
        return (scope, out) -> {
            if (scope.readsMessages()) return false;
            var there = scope.contentLength(direction);
            var ended = scope.contentEnded(direction);
            var size = length == 0 ? there - offset : length;
            if (size <= 0 || offset + size > there) return !ended && out.notYet();
            out.mayChange = length == 0 && !ended;
            return out.binary((int) (scope.contentAt(direction) + offset), (int) size);
        };
    }

    /** Once the head has been read there is no doubt; before, a method and a target followed by a version decide. */
    private static boolean isHttp(Scope scope, Sample out) {
        if (scope.request() != null) return out.bool(true);
        var at = scope.contentAt(Direction.REQUEST);
        var length = scope.contentLength(Direction.REQUEST);
        var verdict = startLine(at, length);
        if (verdict == 0 && !scope.contentEnded(Direction.REQUEST)) return out.notYet();
        return out.bool(verdict > 0);
    }

    /** 1: it is one, -1: it is none, 0: too short to tell. */
    private static int startLine(int at, int length) {
        var i = 0;
        while (i < length && isToken(Slab.byteAt(at + i))) i++;
        if (i == length) return i > LONGEST_METHOD ? -1 : 0;
        if (i == 0 || i > LONGEST_METHOD || Slab.byteAt(at + i) != ' ') return -1;
        var target = ++i;
        while (i < length && Slab.byteAt(at + i) > ' ') i++;
        if (i == length) return 0;
        if (i == target || Slab.byteAt(at + i) != ' ') return -1;
        return isVersion(at + i + 1, length - i - 1);
    }

    private static int isVersion(int at, int length) {
        for (var i = 0; i < 7 && i < length; i++) if (Slab.byteAt(at + i) != "HTTP/1.".charAt(i)) return -1;
        return length < 8 ? 0 : 1;
    }

    private static boolean isToken(byte c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-' || c == '_';
    }
}
