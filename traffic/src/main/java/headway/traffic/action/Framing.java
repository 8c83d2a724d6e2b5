package headway.traffic.action;

import headway.base.memory.Buffers;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.sample.BindException;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Scope;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps what a head says of its body's length true while rules edit it: RFC 9112 6.3. A message that lies about it can be taken for two. */
final class Framing {
    private static final int CHUNKED = Buffers.constant("chunked".getBytes(StandardCharsets.US_ASCII));

    private Framing() {}

    /** A length that a rule makes up ends the connection in HAProxy; here the rule is refused. */
    static void checkMayBeSet(FieldRef name) throws BindException {
        if (!isAboutLength(name.id())) return;
        throw new BindException("the body's length is the proxy's own matter: '"
                + (name.id() == FieldName.CONTENT_LENGTH.id() ? "content-length" : "transfer-encoding")
                + "' cannot be set by a rule");
    }

    static boolean isAboutLength(int id) {
        return id == FieldName.CONTENT_LENGTH.id() || id == FieldName.TRANSFER_ENCODING.id();
    }

    /** Whether a rule may take the field away: not the one that says that chunks follow. */
    static boolean mayBeRemoved(Head head, int id) {
        return id != FieldName.TRANSFER_ENCODING.id() || head.framing() != BodyFraming.CHUNKED;
    }

    /**
     * Whether a rule may give a response that status. One that others follow (1xx) ends no exchange, and whether a tunnel begins is agreed by both ends: RFC 9110 15.2,
     * 9.3.6.
     */
    static boolean mayBecome(Scope scope, Head response, int status) {
        var isTunnel = response.framing() == BodyFraming.TUNNEL;
        if (status < 200) return status == response.status();
        var request = scope.request();
        var isConnect = request != null && request.methodId() == Method.CONNECT;
        return isTunnel == (isConnect && status < 300);
    }

    /** After fields have been removed: a body whose length is no longer told goes in chunks, or until the close to a client that knows none. */
    static void repair(Scope scope, Head head) {
        if (head.framing() != BodyFraming.LENGTH || head.has(FieldName.CONTENT_LENGTH.id())) return;
        if (!head.isRequest() && isOld(scope.request())) {
            head.framing(BodyFraming.UNTIL_CLOSE, 0);
            return;
        }
        head.framing(BodyFraming.CHUNKED, 0);
        head.add(FieldName.TRANSFER_ENCODING, CHUNKED, 7);
    }

    private static boolean isOld(@Nullable Head request) {
        return request != null && request.version() < 11;
    }
}
