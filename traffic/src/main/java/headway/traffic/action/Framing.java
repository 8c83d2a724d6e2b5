package headway.traffic.action;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.rule.ActionLine;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Scope;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps what a head says of its body's length true while rules edit it: RFC 9112 6.3. A message that lies about it can be taken for two. */
final class Framing {
    private static final int CHUNKED = Buffers.constant("chunked".getBytes(StandardCharsets.US_ASCII));

    private Framing() {}

    /**
     * The field that a rule sets. HAProxy loads any name and sends what it is told; here one that would break the message is warned of, and the rule has no effect: the
     * body's length is the proxy's own matter, and what is no token is no name (RFC 9110 5.1).
     *
     * @return null when the field is not to be set
     */
    static @Nullable FieldRef settable(ActionLine line, String name) {
        var field = FieldRef.of(name);
        var why = isAboutLength(field.id())
                ? "the length of a body is not for rules to set"
                : isToken(field.at(), field.length()) ? "" : "it is not a name of a field (RFC 9110 5.1)";
        if (why.isEmpty()) return field;
        line.binding()
                .diagnostics()
                .warning(line.words().line().position(), "the rule for header '" + name + "' is ignored: " + why + ".");
        return null;
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

    /** RFC 9112 3.2: a blank in the target would end it, and with it the meaning of the line. HAProxy sends such a line; here the rewrite has failed. */
    static boolean isTarget(int at, int length) {
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c >= 0 && c <= ' ' || c == 127) return false;
        }
        return length > 0;
    }

    /** RFC 9110 5.6.2, the names of methods and fields. */
    static boolean isToken(int at, int length) {
        for (var i = 0; i < length; i++) if (!isTokenByte(Slab.byteAt(at + i))) return false;
        return length > 0;
    }

    static boolean isTokenByte(byte c) {
        return c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
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
