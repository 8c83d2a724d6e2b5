package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
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

    private static final int CHUNKED = Buffers.constant("chunked".getBytes(StandardCharsets.ISO_8859_1));

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
        if (response.framing() == BodyFraming.TUNNEL) return BodyFraming.TUNNEL;
        settle(response, requestMethod, requestVersion);
        if (response.status() >= 200) connection(response, last || endsConnection(response), requestVersion);
        return requestMethod == Method.HEAD ? BodyFraming.NONE : response.framing();
    }

    /** RFC 9112 6.3 once more, for rules may have changed the status: what it forbids is not sent, and what it promises is. */
    private static void settle(Head response, int requestMethod, int requestVersion) {
        var status = response.status();
        if (status < 200 || status == 204) {
            forgetLength(response);
            response.framing(BodyFraming.NONE, 0);
        } else if (status == 304) {
            // The fields stay: they tell what a 200 would have had.
            response.framing(BodyFraming.NONE, 0);
        } else if (response.framing() == BodyFraming.NONE && requestMethod != Method.HEAD && !saysEmpty(response)) {
            promiseNothing(response, requestVersion);
        }
    }

    /** It came without a body, as 204 or 304, so the receiver has to be told that none follows. HAProxy says it by an empty row of chunks. */
    private static void promiseNothing(Head response, int requestVersion) {
        forgetLength(response);
        if (requestVersion < 11) {
            response.framing(BodyFraming.UNTIL_CLOSE, 0);
            return;
        }
        response.framing(BodyFraming.CHUNKED, 0);
        response.add(FieldName.TRANSFER_ENCODING, CHUNKED, 7);
    }

    private static boolean saysEmpty(Head head) {
        var at = head.find(FieldName.CONTENT_LENGTH.id(), 0);
        if (at < 0) return false;
        for (var i = 0; i < head.valueLength(at); i++) if (Slab.byteAt(head.valueAt(at) + i) != '0') return false;
        return true;
    }

    private static void forgetLength(Head head) {
        head.removeAll(FieldName.CONTENT_LENGTH.id());
        head.removeAll(FieldName.TRANSFER_ENCODING.id());
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
