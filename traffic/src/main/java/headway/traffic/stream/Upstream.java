package headway.traffic.stream;

import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.language.model.HttpSettings.ConnectionMode;
import headway.language.model.RetryOn;
import headway.language.sample.Setting;
import headway.traffic.counter.Count;
import headway.traffic.server.Server;
import headway.wire.engine.Connection;
import headway.wire.engine.socket.Nobody;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.Failure;
import headway.wire.exchange.RawExchange;
import headway.wire.exchange.ServerConnection;
import headway.wire.h1.H1ServerConnection;
import org.jspecify.annotations.Nullable;

/** The side of the servers: over which connection, and what happens when it does not work out. */
final class Upstream {
    private final Stream stream;
    private final Runnable closing;
    final Attempts attempts;
    final Carrier carrier;
    final Seat seat;

    private @Nullable ServerConnection lease;
    private @Nullable Exchange exchange;
    private boolean established;
    private boolean responded;
    /** All of the response has come. */
    private boolean responseComplete;

    private boolean requestSent;
    private boolean reused;
    private @Nullable Failure failure;
    private boolean timedOut;

    Upstream(Stream stream) {
        this.stream = stream;
        attempts = new Attempts(stream);
        carrier = new Carrier(stream);
        seat = new Seat(stream, attempts);
        closing = () -> {
            if (exchange == null || responseComplete) return;
            exchange.abort(false);
            failed(Failure.CLOSED);
            stream.advance();
        };
    }

    void clear() {
        seat.clear();
        attempts.clear();
        forgetConnection();
        carrier.reset();
    }

    private void forgetConnection() {
        carrier.release();
        lease = null;
        exchange = null;
        established = false;
        responded = false;
        responseComplete = false;
        requestSent = false;
        reused = false;
        failure = null;
        timedOut = false;
    }

    /** Edits the response on its way to the client. */
    void markResponse() {
        stream.loyalty.writeResponse(chosen());
    }

    Exchange exchange() {
        var known = exchange;
        if (known == null) throw new IllegalStateException("there is no connection to a server");
        return known;
    }

    /** True while there is a connection to write to or to read from. */
    boolean isReady() {
        return exchange != null && established;
    }

    /** True once the request's head has been sent, so that the body may follow. */
    boolean takesBody() {
        return requestSent && failure == null;
    }

    /** Null before one is chosen. */
    @Nullable
    Server server() {
        return seat.server();
    }

    private Server chosen() {
        return seat.chosen();
    }

    private long connectTimeout() {
        return stream.handling.setting(
                Setting.CONNECT_TIMEOUT, stream.target().policy().timeouts().connect());
    }

    /** The proxy's page; in TCP there is none. */
    Stage reply(int status) {
        if (stream.isHttp) return stream.answer.page(status);
        return Stage.END;
    }

    // ---- the connection

    Stage connect() {
        var to = chosen();
        stream.account.server = to.name();
        var elsewhere = to.redirect();
        if (elsewhere != null && stream.isHttp && Answer.mayRedirect(stream.request()))
            return stream.answer.redirect(elsewhere);
        if (stream.isHttp && !stream.handling.isMarked() && takePooled(to)) {
            stream.account.connectedNanos = stream.nanos();
            return Stage.SEND;
        }
        return connectAnew(to);
    }

    private boolean takePooled(Server to) {
        var session = stream.session();
        var own = session.takeOwn(to);
        if (own != null) to.pool().again(stream.worker.loop());
        if (own == null && !attempts.isFresh()) own = to.pool().lease(stream.worker.loop(), session.requests() == 1);
        if (own == null) return false;
        lease = own;
        exchange = own.open(stream);
        carrier.begin(exchange, true, own.exchanges);
        established = true;
        reused = true;
        to.tally().add(stream.worker.index(), Count.REUSES);
        return true;
    }

    private Stage connectAnew(Server to) {
        var target = to.followsClientsPort() ? to.targetFor(stream.handling.destination()) : to.target();
        var loop = stream.worker.loop();
        if (target == null) return seat.noServer();
        var connection = loop.connect(stream.handling.marked(target), Nobody.NOBODY);
        if (connection == null) return noSocket();
        to.tally().add(loop.index(), Count.CONNECTS);
        if (stream.isHttp) carryHttp(to, connection);
        else carryRaw(connection);
        return Stage.CONNECTING;
    }

    private void carryHttp(Server to, Connection connection) {
        to.pool().opening(stream.worker.loop());
        var made = new H1ServerConnection(stream.worker.h1(), stream.target().h1Settings(), connection, stream);
        made.server = to;
        // The next session may have connected to another port.
        made.isPrivate = to.followsClientsPort();
        lease = made;
        exchange = made.exchange();
        carrier.begin(exchange, false, 1);
    }

    private void carryRaw(Connection connection) {
        var raw = new RawExchange(connection, false, stream);
        connection.handler(raw);
        exchange = raw;
        carrier.begin(raw, false, 0);
    }

    /** No descriptor, no port, no memory: HAProxy calls that a resource problem, and another server would not help. */
    private Stage noSocket() {
        Termination.set(stream.account, Termination.RESOURCE, Termination.CONNECT);
        return reply(503);
    }

    Stage connecting() {
        if (established && failure == null) {
            stream.account.connectedNanos = stream.nanos();
            return Stage.SEND;
        }
        if (failure != null) return connectFailed(false);
        if (stream.isAborted()) return seat.abort(Termination.CONNECT);
        if (stream.timeUp) return connectFailed(true);
        stream.wakeIn(connectTimeout());
        return Stage.CONNECTING;
    }

    private Stage connectFailed(boolean timeout) {
        dropConnection();
        var to = chosen();
        if (attempts.another(RetryOn.CONNECTION_FAILURE, timeout)) return again(to, timeout);
        return seat.unserved(timeout ? Termination.SERVER_TIMEOUT : Termination.SERVER, Termination.CONNECT);
    }

    /** Another attempt: on another server at once, on the same one after a pause, so that a server that is being restarted has a chance. */
    private Stage again(Server failed, boolean timeout) {
        carrier.count(failed.tally(), stream.worker.index());
        seat.release();
        if (attempts.redispatches(failed)) return Stage.CHOOSE;
        return timeout ? Stage.CHOOSE : Stage.TURN_AROUND;
    }

    Stage turnAround() {
        if (stream.isAborted()) return seat.abort(Termination.CONNECT);
        if (stream.timeUp) return Stage.CHOOSE;
        var connect = connectTimeout();
        var pause = connect < 0 ? Attempts.TURN_AROUND_NANOS : Math.min(connect, Attempts.TURN_AROUND_NANOS);
        stream.wakeIn(pause);
        return Stage.TURN_AROUND;
    }

    // ---- the request

    Stage send() {
        var to = chosen();
        attempts.connected();
        stream.ending.connected(to, lease, exchange());
        if (!stream.isHttp) return sendRaw();
        var mode = connectionMode();
        var closes = mode != ConnectionMode.KEEP_ALIVE;
        if (closes && !stream.target().policy().pretendsKeepAlive()) exchange().last();
        if (mode == ConnectionMode.CLOSE) stream.client().last();
        stream.target()
                .policy()
                .fieldEdits()
                .tellServer(stream.request(), stream.target().name(to));
        exchange().head(stream.request());
        if (closes) exchange().last();
        requestSent = true;
        sendBody();
        stream.relay.armServer();
        return stream.inspection.isWanted() ? Stage.INSPECT_RESPONSE : Stage.AWAIT;
    }

    private ConnectionMode connectionMode() {
        return stream.front().connectionMode().stricter(stream.target().policy().connectionMode());
    }

    private void sendBody() {
        var content = stream.requestContent();
        if (content.length() > 0) stream.relay.toServer(content.at(), content.length());
        if (content.isComplete()) stream.relay.endToServer(content.trailers());
        else if (!stream.relay.holdsRequest()) stream.client().resume();
        if (!attempts.keepsBody()) content.drop();
    }

    private Stage sendRaw() {
        requestSent = true;
        stream.answer.open();
        stream.relay.open(stream.client());
        var inspects = stream.inspection.isWanted();
        if (!inspects) stream.relay.open(exchange());
        if (stream.client().isReceived()) stream.relay.endToServer(null);
        stream.relay.armServer();
        stream.relay.armClient();
        return inspects ? Stage.INSPECT_RESPONSE : Stage.RELAY;
    }

    /** Keeps a piece of the body for the case that the request has to be sent again. */
    void remember(int at, int length) {
        if (!attempts.keepsBody()) return;
        stream.requestContent().append(at, length);
        if (stream.requestContent().isFull()) {
            attempts.bodyIsTooLarge();
            stream.requestContent().drop();
        }
    }

    // ---- the response

    /** Something has happened that ends the wait for the answer. */
    boolean isDisturbed() {
        return failure != null || timedOut || stream.isAborted() && !responded;
    }

    boolean hasResponded() {
        return responded;
    }

    /** A rule has closed the connection. What has come goes on; then it is as if the server had closed. */
    Stage closed() {
        if (responded) {
            stream.worker.loop().later(closing);
            return Stage.AWAIT;
        }
        dropConnection();
        Termination.set(stream.account, Termination.SERVER, Termination.HEADERS);
        return stream.answer.page(502);
    }

    Stage await() {
        if (failure != null) return requestFailed();
        if (timedOut) return serverLate();
        if (stream.isAborted() && !responded) return aborted();
        return responded ? responseCame() : Stage.AWAIT;
    }

    private Stage aborted() {
        Termination.set(stream.account, Termination.CLIENT, Termination.HEADERS);
        return stream.answer.page(400);
    }

    private Stage responseCame() {
        stream.account.responseHeadNanos = stream.nanos();
        var head = stream.response();
        stream.ending.responded(head);
        if (attempts.retriesStatus(head.status())) return sendAgain();
        if (!stream.requestContent().isAwaited()) stream.requestContent().drop();
        chosen().tally().response(stream.worker.index(), head.status());
        if (attempts.isBoundToConnection(head)) bindToConnection();
        stream.scope.requestOver();
        return Stage.BACKEND_RESPONSE_RULES;
    }

    /** NTLM and Negotiate authenticate the connection, not the request: it must not be used for anybody else (RFC 4559 6). */
    private void bindToConnection() {
        var held = lease;
        if (held != null) held.isPrivate = true;
        stream.session().bindTo(chosen());
    }

    private Stage requestFailed() {
        var why = failure;
        var nothingCame = exchange().receivedBytes() == 0 && why != Failure.VIOLATION;
        var reason = nothingCame ? RetryOn.EMPTY_RESPONSE : RetryOn.JUNK_RESPONSE;
        // A connection that was idle may be closed by the server at the very moment it is used: nobody has seen this
        // request.
        if (nothingCame && reused && attempts.mayRepeat(stream.request())) {
            attempts.freshOne();
            dropConnection();
            return Stage.CONNECT;
        }
        var wasReused = reused;
        if (attempts.another(reason, false)) return sendAgain();
        dropConnection();
        var isSilent = nothingCame && wasReused && stream.session().requests() > 1;
        if (!isSilent) countOnBoth(Count.FAILED_RESPONSES);
        else if (why == Failure.RESET) countServerAbort();
        Termination.set(
                stream.account,
                why == Failure.VIOLATION || why == Failure.TOO_LARGE ? Termination.PROXY : Termination.SERVER,
                Termination.HEADERS);
        if (isSilent) return closeSilently();
        return stream.answer.page(502);
    }

    private void countServerAbort() {
        countOnBoth(Count.FAILED_RESPONSES);
        countOnBoth(Count.SERVER_ABORTS);
    }

    private void countOnBoth(Count what) {
        stream.target().backend().tally().add(stream.worker.index(), what);
        chosen().tally().add(stream.worker.index(), what);
    }

    /** HAProxy: a client that reuses its connection knows that a request may be lost with it, and sends it again on its own judgement. */
    private Stage closeSilently() {
        stream.client().last();
        stream.ending.silently();
        return Stage.END;
    }

    private Stage sendAgain() {
        var to = chosen();
        dropConnection();
        stream.responseHead = null;
        stream.account.serverStatus = -1;
        stream.account.connectedNanos = 0;
        stream.account.responseHeadNanos = 0;
        return again(to, true);
    }

    private Stage serverLate() {
        if (attempts.another(RetryOn.RESPONSE_TIMEOUT, false)) return sendAgain();
        dropConnection();
        countOnBoth(Count.FAILED_RESPONSES);
        Termination.set(stream.account, Termination.SERVER_TIMEOUT, Termination.HEADERS);
        return stream.answer.page(504);
    }

    /** What the connection's fate adds to the response before it goes to the client. */
    void prepareResponse(Head head) {
        if (connectionMode() == ConnectionMode.CLOSE || stream.worker.isStopping())
            stream.client().last();
        if (head.framing() != BodyFraming.TUNNEL) head.unflag(HeadFlag.CLOSE | HeadFlag.KEEP_ALIVE);
    }

    void tunnel() {
        var held = lease;
        if (held != null) held.isPrivate = true;
        if (held instanceof H1ServerConnection h1) h1.tunnel();
    }

    boolean hasWholeResponse() {
        return responseComplete;
    }

    // ---- events

    void responseEnded() {
        responseComplete = true;
    }

    void connected() {
        established = true;
    }

    void responded(Exchange from) {
        responded = true;
        responseComplete = from.isReceived();
        stream.responseHead = from.received();
    }

    void failed(Failure why) {
        if (!stream.isHttp && stream.stage() == Stage.INSPECT_RESPONSE && why == Failure.CLOSED) {
            stream.responseContent().complete();
            return;
        }
        failure = why;
        carrier.failed(why);
        if (responseComplete && stream.isHttp && !stream.answer.isTunnel()) {
            // Nothing is lost: the answer is here. Only a request that was still on its way ends with it.
            if (!stream.requestContent().isComplete()) stream.client().last();
            return;
        }
        if (isRelaying() || responded && stream.stage().compareTo(Stage.AWAIT) > 0) brokeOff();
    }

    /** Of TCP also while rules look at what the server sends. */
    private boolean isRelaying() {
        return stream.stage() == Stage.RELAY || !stream.isHttp && stream.stage() == Stage.INSPECT_RESPONSE;
    }

    /** In the middle of the response: the client learns of it by the close. */
    private void brokeOff() {
        if (stream.isHttp && stream.stage().compareTo(Stage.RELAY) > 0) return;
        var isWrong = failure == Failure.VIOLATION || failure == Failure.TOO_LARGE;
        Termination.set(stream.account, isWrong ? Termination.PROXY : Termination.SERVER, Termination.DATA);
        if (isWrong) countOnBoth(Count.FAILED_RESPONSES);
        else countServerAbort();
        if (stream.isHttp) stream.client().last();
        stream.endNow();
    }

    /** Its server is left in the middle: a page as long as the client has heard nothing, else the end. */
    void shutDown(char cause) {
        switch (stream.stage()) {
            case CONNECT, CONNECTING, TURN_AROUND -> cutOff(503, cause);
            case AWAIT, BACKEND_RESPONSE_RULES, FRONTEND_RESPONSE_RULES -> cutOff(502, cause);
            case INSPECT_RESPONSE -> cutOff(502, cause);
            case RELAY -> cutOff(0, cause);
            default -> {}
        }
    }

    private void cutOff(int status, char cause) {
        if (stream.isHttp && status > 0) {
            stream.replyNow(status, cause);
            return;
        }
        // As watched: HAProxy names no phase when it cuts a TCP session off.
        var phase = stream.isHttp || !isRelaying() ? Termination.phase(stream.stage()) : '-';
        Termination.set(stream.account, cause, phase);
        stream.client().last();
        stream.endNow();
    }

    void expired() {
        if (exchange != null
                && (stream.relay.serverTakes() || stream.relay.isClientBehind() || stream.relay.holdsResponse())) {
            stream.relay.armServer();
            return;
        }
        if (stream.relay.isClientDue()) {
            stream.ending.clientExpired();
            return;
        }
        timedOut = true;
        if (!isRelaying()) return;
        Termination.set(stream.account, Termination.SERVER_TIMEOUT, Termination.DATA);
        countOnBoth(Count.SERVER_ABORTS);
        stream.client().last();
        stream.endNow();
    }

    // ---- the end

    private void dropConnection() {
        var held = lease;
        var open = exchange;
        if (open != null) leave(open);
        if (held != null && held.server instanceof Server to) to.pool().gone(stream.worker.loop());
        forgetConnection();
    }

    /** HAProxy: a server of HTTP is left by RST unless it has closed first, one of TCP by FIN unless the client was reset. */
    private void leave(Exchange open) {
        var resets = stream.isHttp || stream.ending.wasReset();
        open.abort(resets && !open.connection().hasEnded());
    }

    /** A reply of the proxy itself takes the place of the server's. */
    void giveUp() {
        seat.stopWaiting();
        if (exchange != null) dropConnection();
    }

    /** After a bug at the very end: nothing is kept. */
    void abandon() {
        giveUp();
        seat.release();
    }

    /** The stream is over: the connection goes to the pool, stays with the session, or is closed. */
    void finish() {
        seat.stopWaiting();
        var held = lease;
        var to = seat.server();
        if (held != null && to != null) giveBack(held, to);
        else if (exchange != null) leave(exchange);
        if (to == null || !seat.hasSlot()) return;
        attempts.settle(to.tally());
        seat.release();
        // HAProxy: how many are left when this one has gone.
        stream.account.serverConnections = to.sessions();
    }

    private void giveBack(ServerConnection held, Server to) {
        carrier.release();
        var complete = exchange != null && exchange.isReceived() && exchange.isSent();
        if (!complete || !held.isReusable() || stream.handling.isMarked() || stream.isWrecked()) {
            held.close();
            to.pool().gone(stream.worker.loop());
        } else if (held.isPrivate || attempts.isNeverShared()) {
            to.pool().gone(stream.worker.loop());
            stream.session().keep(held);
        } else {
            to.pool().release(held);
        }
        lease = null;
        exchange = null;
    }
}
