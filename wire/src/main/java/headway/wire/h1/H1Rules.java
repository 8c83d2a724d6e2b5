package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import java.nio.charset.StandardCharsets;

/**
 * The edits that a head gets on its way out: what the connection's fate is has been taken out of it by the reader, and is said anew here where the receiver
 * would otherwise guess wrong. As HAProxy does, nothing is said that the version implies already.
 */
public final class H1Rules {
    private static final int CLOSE = Buffers.constant("close".getBytes(StandardCharsets.ISO_8859_1));
    private static final int KEEP_ALIVE = Buffers.constant("keep-alive".getBytes(StandardCharsets.ISO_8859_1));

    private H1Rules() {}

    /** Does the sender of this head close, or want it closed, after the message? */
    public static boolean closesAfter(Head head) {
        return head.is(HeadFlag.CLOSE);
    }

    /**
     * Prepares a request for a server.
     *
     * @param last whether no other request will follow on that connection
     * @return how the end of its body will be told
     */
    public static BodyFraming toServer(Head request, boolean last) {
        if (!request.is(HeadFlag.UPGRADE) && !isDoubtful(request)) connection(request, last, 11);
        return request.framing();
    }

    /** Whether a client cannot be kept after this response, whatever else is wanted: only the close ends it, or its framing is doubtful. */
    public static boolean endsConnection(Head response) {
        return response.framing() == BodyFraming.UNTIL_CLOSE || isDoubtful(response);
    }

    /** RFC 9112 6.1: a transfer coding in HTTP/1.0, which has none. HAProxy passes it on, and does not let the connection persist. */
    static boolean isDoubtful(Head head) {
        return head.version() < 11 && head.framing() == BodyFraming.CHUNKED;
    }

    /**
     * Prepares a response for a client; interim ones (1xx) stay as they are.
     *
     * @param requestMethod {@link Method} of the request: the answer to HEAD says how long it would be, but has no body
     * @param requestVersion in tenths
     * @param last whether the connection is closed afterwards
     * @return how the end of its body will be told
     */
    public static BodyFraming toClient(Head response, int requestMethod, int requestVersion, boolean last) {
        if (response.status() >= 200 && response.framing() != BodyFraming.TUNNEL) {
            connection(response, last || endsConnection(response), requestVersion);
        }
        return requestMethod == Method.HEAD ? BodyFraming.NONE : response.framing();
    }

    /** RFC 9112 9.3: from 1.1 on a connection persists unless it is said that it does not, before that the other way round. */
    private static void connection(Head head, boolean last, int peerVersion) {
        if (last) {
            if (head.version() >= 11) head.add(FieldName.CONNECTION, CLOSE, 5);
        } else if (head.version() < 11 || peerVersion < 11) {
            head.add(FieldName.CONNECTION, KEEP_ALIVE, 10);
        }
    }
}
