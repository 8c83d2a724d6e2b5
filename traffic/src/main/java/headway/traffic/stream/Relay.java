package headway.traffic.stream;

import headway.http.Head;
import headway.language.model.BandwidthLimit;
import headway.language.model.ProxyOption;
import headway.language.sample.Direction;
import headway.language.sample.Setting;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.RawExchange;
import org.jspecify.annotations.Nullable;

/**
 * The bodies on their way in both directions. What cannot be passed on yet is kept in {@link Content} up to its limit; a side that takes less than comes makes the other
 * one pause; a long body of which nothing has to be looked at flows inside the kernel.
 */
final class Relay implements Runnable {
    /** From this many bytes on in one direction a body is worth a pipe. */
    private static final long BULK = 96 << 10;

    /** Smaller pieces are copied faster than they are spliced, however many there are: requests and responses of a long connection in TCP mode. */
    private static final int LARGE_PIECE = 8 << 10;

    private static final long NEVER = Long.MAX_VALUE;

    private final Stream stream;
    private long clientBytes;
    private long serverBytes;
    private boolean spliceAsked;
    private boolean spliceRefused;
    private int clientPendingSeen;
    private int serverPendingSeen;
    /** A TCP stream: which direction spoke last, for the notice about requests that are not balanced. */
    private boolean serverSpokeLast = true;

    /** One direction has ended, and where it led to knows no half a close: {@code option nolinger}. */
    private boolean isCutOff;

    /** When the client's time is up in a tunnel. */
    private long clientDueNanos = NEVER;

    private final Throttle in;
    private final Throttle out;

    Relay(Stream stream) {
        this.stream = stream;
        in = new Throttle(stream, Direction.REQUEST);
        out = new Throttle(stream, Direction.RESPONSE);
    }

    void clear() {
        clientBytes = 0;
        serverBytes = 0;
        spliceAsked = false;
        spliceRefused = false;
        clientPendingSeen = 0;
        serverPendingSeen = 0;
        serverSpokeLast = true;
        isCutOff = false;
        clientDueNanos = NEVER;
        in.clear();
        out.clear();
    }

    /** {@code set-bandwidth-limit}. */
    void limit(BandwidthLimit filter, long bytes, long periodNanos) {
        (filter.isIn() ? in : out).set(filter, bytes, periodNanos);
        if (!stream.upstream.isReady()) return;
        var from = filter.isIn() ? stream.client() : stream.upstream.exchange();
        if (from.isSplicing()) from.connection().stopSplice();
    }

    /** Bytes of the client wait for their time. */
    boolean holdsRequest() {
        return in.holds();
    }

    boolean holdsResponse() {
        return out.holds();
    }

    // ---- to the other side, as fast as it may be

    void toServer(int at, int length) {
        if (in.isActive()) in.data(at, length);
        else stream.upstream.exchange().data(at, length);
    }

    void endToServer(@Nullable Head received) {
        var trailers = passed(Direction.REQUEST, received);
        if (!stream.isHttp && stream.target().policy().resetsOnClose()) isCutOff = true;
        else if (in.isActive()) in.end(trailers);
        else stream.upstream.exchange().end(trailers);
    }

    void toClient(int at, int length) {
        if (out.isActive()) out.data(at, length);
        else stream.client().data(at, length);
    }

    /** What the options of both sides let through of the fields behind a body. */
    @Nullable
    Head passed(Direction direction, @Nullable Head trailers) {
        if (trailers == null) return null;
        var drops = direction == Direction.REQUEST
                ? stream.target().policy().proxy().has(ProxyOption.HTTP_DROP_REQUEST_TRAILERS)
                : stream.front().proxy().has(ProxyOption.HTTP_DROP_RESPONSE_TRAILERS);
        return drops ? null : trailers;
    }

    void endToClient(@Nullable Head received) {
        var trailers = passed(Direction.RESPONSE, received);
        if (!stream.isHttp && stream.front().resetsOnClose()) isCutOff = true;
        else if (out.isActive()) out.end(trailers);
        else stream.client().end(trailers);
    }

    // ---- from the client

    void fromClient(int at, int length) {
        armClient();
        if (!stream.upstream.takesBody()) {
            stream.requestContent().append(at, length);
            if (stream.requestContent().isFull()) stream.client().pause();
            stream.advance();
            return;
        }
        if (!stream.isHttp) noticeRequest(at, length);
        toServer(at, length);
        stream.upstream.remember(at, length);
        clientBytes += length;
        if (isWorthAPipe(clientBytes, length)) askForSplice();
        if (!isIndependent(stream.target().policy())) armServer();
    }

    private void noticeRequest(int at, int length) {
        if (!serverSpokeLast) return;
        serverSpokeLast = false;
        stream.session().frontend().requestsInTcp().seen(at, length, clientBytes == 0);
    }

    void clientEnd(@Nullable Head trailers) {
        stream.requestContent().complete(trailers);
        if (stream.upstream.takesBody()) endToServer(trailers);
        armClient();
        if (stream.upstream.isReady()) armServer();
    }

    // ---- from the server

    void fromServer(int at, int length) {
        serverSpokeLast = true;
        armServer();
        if (!stream.answer.takesBody()) {
            stream.responseContent().append(at, length);
            if (stream.responseContent().isFull()) stream.upstream.exchange().pause();
            stream.advance();
            return;
        }
        toClient(at, length);
        serverBytes += length;
        if (isWorthAPipe(serverBytes, length)) askForSplice();
        if (stream.answer.isTunnel() && !isIndependent(stream.front())) armClient();
    }

    /** What it is sent does not prolong the time in which something has to come from it. */
    private static boolean isIndependent(Policy side) {
        return side.proxy().has(ProxyOption.INDEPENDENT_STREAMS);
    }

    void serverEnd(@Nullable Head trailers) {
        stream.responseContent().complete(trailers);
        stream.upstream.responseEnded();
        if (stream.answer.takesBody()) endToClient(trailers);
        if (!stream.answer.isTunnel()) return;
        armClient();
        armServer();
    }

    // ---- both

    /** What HTTP has announced is long, whatever it comes in; elsewhere nothing is known but what has come. */
    private boolean isWorthAPipe(long bytes, int length) {
        return bytes > BULK && (length >= LARGE_PIECE || stream.isHttp && !stream.answer.isTunnel());
    }

    /** Passes on until both messages are complete and taken. */
    Stage relay() {
        if (stream.timeUp) stream.timeUp = false;
        var client = stream.client();
        if (stream.isHttp && !stream.answer.isTunnel()) {
            // A rule may have made it a status without a body: what the server sends of one is read all the same, as in
            // HAProxy, so that its connection may go on.
            var answered = client.isSent() && client.pending() == 0 && stream.upstream.hasWholeResponse();
            return answered && isRequestOver() ? Stage.END : Stage.RELAY;
        }
        var server = stream.upstream.exchange();
        // HAProxy: the server's FIN ends a switched connection of HTTP both ways.
        var ended = client.isSent() && (server.isSent() || stream.isHttp) || isCutOff && !in.holds() && !out.holds();
        return ended && client.pending() == 0 && server.pending() == 0 ? Stage.END : Stage.RELAY;
    }

    /** An early answer does not end a request: the rest of it goes on, as long as the server takes it and the client's connection is to go on. */
    private boolean isRequestOver() {
        return stream.requestContent().isComplete() && !in.holds()
                || !stream.upstream.takesBody()
                || stream.client().isLast();
    }

    void congested(Exchange to) {
        if (to == stream.client()) {
            clientPendingSeen = to.pending();
            if (stream.upstream.isReady()) stream.upstream.exchange().pause();
            to.deadline(Session.deadline(stream.nanos(), clientTimeout()));
        } else {
            serverPendingSeen = to.pending();
            stream.client().pause();
            armServer();
        }
    }

    void room(Exchange to) {
        if (to == stream.client()) {
            armClient();
            if (out.holds()) {
                out.passOn();
                return;
            }
            if (!stream.upstream.isReady() || stream.responseContent().isFull()) return;
            // A splice does not read from a paused source either.
            if (serverBytes > BULK) splice(stream.upstream.exchange(), to);
            stream.upstream.exchange().resume();
        } else if (in.holds()) {
            in.passOn();
        } else if (stream.upstream.takesBody() || !stream.requestContent().isFull()) {
            if (clientBytes > BULK) splice(stream.client(), to);
            stream.client().resume();
        }
    }

    /** True when a side that is behind has taken something since it was last looked at: its time begins anew. */
    boolean clientTakes() {
        var pending = stream.client().pending();
        var takes = pending > 0 && pending < clientPendingSeen;
        clientPendingSeen = pending;
        return takes;
    }

    boolean serverTakes() {
        var pending = stream.upstream.exchange().pending();
        var takes = pending > 0 && pending < serverPendingSeen;
        serverPendingSeen = pending;
        return takes;
    }

    /** The server has sent more than the client takes, so it is not read: the time that passes is the client's. */
    boolean isClientBehind() {
        return stream.answer.takesBody()
                && stream.client().connection().isBehind()
                && !stream.upstream.exchange().connection().isBehind();
    }

    /** The client has sent more than the server takes. */
    boolean isServerBehind() {
        return stream.upstream.isReady()
                && stream.upstream.exchange().connection().isBehind()
                && !stream.client().connection().isBehind();
    }

    /**
     * The time of a client that owes something: the rest of its request, or room. In TCP each direction keeps both alive, as in HAProxy without {@code option
     * independent-streams}.
     */
    void armClient() {
        var timeouts = stream.front().timeouts();
        var client = stream.client();
        if (stream.isHttp && !stream.answer.isTunnel()) {
            var owes = !client.isReceived() || client.connection().isBehind();
            var body = stream.upstream.takesBody() || timeouts.httpRequest() < 0;
            if (!owes) client.deadline(NEVER);
            else if (body) client.deadline(Session.deadline(stream.nanos(), clientTimeout()));
            else client.deadline(Session.deadline(stream.account.requestStartNanos, timeouts.httpRequest()));
            return;
        }
        clientDueNanos = tunnelDeadline(clientTimeout(), timeouts.clientFin(), client);
        client.deadline(clientDueNanos);
    }

    /** HAProxy: when the time of both is up at once, it is the client's that ends the tunnel. */
    boolean isClientDue() {
        return clientDueNanos <= stream.nanos();
    }

    private long clientTimeout() {
        return stream.handling.setting(
                Setting.CLIENT_TIMEOUT, stream.front().timeouts().client());
    }

    void armServer() {
        var timeouts = stream.target().policy().timeouts();
        var plain = stream.handling.setting(Setting.SERVER_TIMEOUT, timeouts.server());
        var server = stream.upstream.exchange();
        if (stream.isHttp && !stream.answer.isTunnel()) server.deadline(Session.deadline(stream.nanos(), plain));
        else server.deadline(tunnelDeadline(plain, timeouts.serverFin(), server));
    }

    /** As in HAProxy, a side that has closed its half and has taken everything is waited for no longer: it is the other one's turn. */
    private long tunnelDeadline(long plain, long fin, Exchange side) {
        if (side.connection().hasEnded() && !side.connection().isBehind()) return NEVER;
        return Session.deadline(stream.nanos(), tunnelTimeout(plain, fin, side));
    }

    /** {@code timeout tunnel} once both sides speak freely; the {@code -fin} ones once either half of a side is closed. */
    private long tunnelTimeout(long plain, long fin, Exchange side) {
        if (fin >= 0 && (side.isSent() || side.isReceived())) return fin;
        var target = stream.back();
        if (target == null || !stream.upstream.isReady()) return plain;
        var tunnel = stream.handling.setting(
                Setting.TUNNEL_TIMEOUT, target.policy().timeouts().tunnel());
        var established = stream.answer.isTunnel() || clientBytes > 0 && serverBytes > 0;
        return tunnel >= 0 && established ? tunnel : plain;
    }

    // ---- inside the kernel

    private void askForSplice() {
        if (spliceAsked || spliceRefused || !stream.worker.traffic().splices()) return;
        // The kernel does not tell which side it has served.
        spliceRefused =
                isIndependent(stream.front()) || isIndependent(stream.target().policy());
        if (spliceRefused) return;
        spliceAsked = true;
        stream.worker.loop().later(this);
    }

    /** At the end of the turn, when the bytes of the event are out of the way. */
    @Override
    public void run() {
        if (!spliceAsked) return;
        spliceAsked = false;
        if (stream.stage() != Stage.RELAY && stream.stage() != Stage.AWAIT) return;
        var client = stream.client();
        var server = stream.upstream.exchange();
        if (serverBytes > BULK) splice(server, client);
        if (clientBytes > BULK) splice(client, server);
    }

    /** A target that is behind is left alone until it has room; a connection that cannot is not asked again. */
    private boolean splice(Exchange from, Exchange to) {
        if (spliceRefused
                || from.isSplicing()
                || to.pending() > 0
                || !stream.worker.traffic().splices()) return from.isSplicing();
        if (from == stream.client() && stream.upstream.attempts.keepsBody()) return false;
        if ((from == stream.client() ? in : out).isActive()) return false;
        spliceRefused = !from.spliceTo(to);
        return !spliceRefused;
    }

    void spliced(Exchange from, long bytes) {
        if (from == stream.client()) stream.ending.splicedIn(bytes);
        else stream.ending.splicedOut(bytes);
        armClient();
        armServer();
    }

    /** The bytes that lay in the connection while rules looked at them come first. */
    void open(Exchange side) {
        if (side instanceof RawExchange raw) raw.open();
    }
}
