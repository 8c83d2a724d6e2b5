package headway.traffic.stream;

import headway.base.memory.Buffer;
import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.model.LogStep;
import headway.traffic.counter.Count;
import headway.traffic.counter.ProcessTally.Column;
import headway.traffic.counter.Tally;
import headway.traffic.server.Server;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.Failure;
import headway.wire.exchange.ServerConnection;
import headway.wire.h1.H1Client;
import org.jspecify.annotations.Nullable;

/** Keeps the accounts of a stream, decides what an end from the client's side means, and takes the stream apart. */
final class Ending {
    /** How long a client may take to read the rest of an answer after which its connection is closed. */
    static final long LINGER_NANOS = 4_000_000_000L;

    private final Stream stream;
    private boolean upgrade;
    private boolean unlogged;
    private boolean reset;
    private boolean silent;
    private long splicedIn;
    private long splicedOut;
    private @Nullable Buffer kept;

    Ending(Stream stream) {
        this.stream = stream;
    }

    // ---- the beginning

    /** It is one of the frontend's open HTTP/1 streams. */
    private boolean opened;

    void begin(Session session) {
        var account = stream.account;
        account.next();
        upgrade = false;
        unlogged = false;
        reset = false;
        silent = false;
        splicedIn = splicedOut = 0;
        account.isHttp = stream.isHttp;
        account.acceptedNanos = session.acceptedNanos();
        account.handshakeNanos = session.acceptedNanos();
        stream.handling.captures().begin(session.frontend().policy().captureLayout());
        account.idleSinceNanos = session.idleSinceNanos();
        account.acceptedMillis = session.acceptedMillis();
        account.frontend = session.frontend().name();
        account.bind = session.inlet().name();
        account.bindId = session.inlet().id();
        account.client = session.source();
        account.number = stream.worker.number(stream.id);
        account.frontendAddress =
                session.frontend().logsDestination() ? session.destination() : session.knownDestination();
        account.requestStartNanos = stream.nanos();
        account.requestMillis = stream.worker.loop().wallMillis();
    }

    void requestReceived(Head request) {
        var account = stream.account;
        account.requestEndNanos = stream.nanos();
        stream.front().capturing().request(request, stream.handling.captures());
        var at = request.methodAt();
        var end = request.targetAt() + request.targetLength();
        var canonical = request.targetAt() == at + request.methodLength() + 1
                && Slab.byteAt(end) == ' '
                && Slab.byteAt(end + 1) == 'H';
        if (canonical) {
            account.requestLineAt = at;
            account.requestLineLength =
                    Math.min(end + 9 - at, stream.worker.traffic().loggedLine());
        } else {
            composeLine(request);
        }
        count(Count.REQUESTS);
        count(Count.H1_REQUESTS);
        count(Count.H1_STREAMS);
        opened = true;
        front().add(stream.worker.index(), Count.H1_OPEN_STREAMS);
        var front = front();
        front.requestRate.add(stream.worker.index(), stream.nanos());
        stream.worker.traffic().tally().add(stream.worker.index(), Column.REQUESTS, 1);
    }

    /** More than one space stood between the words: the log shows one. */
    private void composeLine(Head request) {
        var length = request.methodLength() + request.targetLength() + 10;
        var at = stream.scope.scratch().take(length);
        Slab.copy(request.methodAt(), at, request.methodLength());
        var p = at + request.methodLength();
        Slab.putByte(p++, (byte) ' ');
        Slab.copy(request.targetAt(), p, request.targetLength());
        p += request.targetLength();
        var version = request.version();
        Slab.put(p, version >= 11 ? HTTP_1_1 : HTTP_1_0);
        stream.account.requestLineAt = at;
        stream.account.requestLineLength =
                Math.min(length, stream.worker.traffic().loggedLine());
    }

    private static final byte[] HTTP_1_1 = {' ', 'H', 'T', 'T', 'P', '/', '1', '.', '1'};
    private static final byte[] HTTP_1_0 = {' ', 'H', 'T', 'T', 'P', '/', '1', '.', '0'};

    /** With {@code option dontlognull} a connection that brought no byte is not worth a line. */
    void requestRefused(boolean isNull) {
        unlogged = isNull && stream.front().dontLogNull() && stream.session().requests() == 1;
        count(Count.FAILED_REQUESTS);
        count(Count.REQUESTS);
        // HAProxy: what has begun was a stream of HTTP/1, although no request came of it.
        if (!isNull) count(Count.H1_STREAMS);
        stream.worker.traffic().tally().add(stream.worker.index(), Column.REQUESTS, 1);
    }

    void connectionReceived() {
        stream.account.requestEndNanos = stream.nanos();
    }

    void routed(BackendTarget target) {
        stream.account.backend = target.policy().name();
        back().sessions.enter();
        back().began(stream.worker.index(), stream.nanos());
    }

    // ---- what lines are told

    long bytesToServers() {
        return splicedIn + stream.upstream.carrier.bytesTo();
    }

    long bytesFromServers() {
        return splicedOut + stream.upstream.carrier.bytesFrom();
    }

    long bytesIn() {
        return splicedIn + (stream.hasClient() ? stream.client().receivedBytes() : 0);
    }

    long bytesOut() {
        return splicedOut + (stream.hasClient() ? stream.client().sentBytes() : 0);
    }

    /** Brings the account up to date. */
    void refresh() {
        var account = stream.account;
        account.bytesIn = bytesIn();
        account.bytesOut = bytesOut();
        account.processConnections = stream.worker.traffic().tally().connections.current();
        account.frontendConnections = front().sessions.current();
        var target = stream.back();
        account.backendConnections =
                target == null ? 0 : target.backend().tally().sessions.current();
        var server = stream.upstream.server();
        if (account.endedNanos == 0) account.serverConnections = server == null ? 0 : server.sessions();
    }

    /** The connection to the server is there, a new one or one of the pool ({@code held} for HTTP). */
    void connected(Server server, @Nullable ServerConnection held, Exchange exchange) {
        var target = server.target();
        stream.account.serverAddress = target == null ? null : target.address();
        if (stream.session().frontend().logsServerSource())
            stream.account.serverSource = held == null ? exchange.connection().local() : held.localAddress();
        reached(LogStep.CONNECT);
    }

    /** The server has answered; the rules have not seen it yet. */
    void responded(Head response) {
        stream.account.serverStatus = response.status();
        stream.front().capturing().response(response, stream.handling.captures());
    }

    /** A step after which the frontend's log may want a line, although the stream goes on. */
    void reached(LogStep step) {
        var frontend = stream.session().frontend();
        if (!frontend.logs(step)) return;
        if (stream.isHttp && stream.front().isMonitor(stream.request())) return;
        var account = stream.account;
        account.endedNanos = 0;
        refresh();
        stream.front().uniqueId().make(stream);
        account.endedNanos = stream.nanos();
        var before = account.lines;
        try {
            frontend.observer().reached(step, account, stream.worker.index());
        } catch (RuntimeException | Error bug) {
            stream.worker.bug(bug);
        }
        countLines(before);
        account.endedNanos = 0;
    }

    private void countLines(int before) {
        front().add(stream.worker.index(), Count.LOG_LINES, stream.account.lines - before);
    }

    /** Copies a text so that it lasts as long as the stream. */
    int keep(int at, int length) {
        var buffer = stream.worker.loop().buffers().take(length);
        buffer.append(at, length);
        kept = buffer;
        return buffer.at();
    }

    void clear() {
        if (opened) front().add(stream.worker.index(), Count.H1_OPEN_STREAMS, -1);
        opened = false;
        var held = kept;
        kept = null;
        if (held != null) held.release();
    }

    // ---- what is counted on the way

    void denied() {
        count(Count.DENIED_REQUESTS);
        countBackend(Count.DENIED_REQUESTS);
    }

    void invalid() {
        count(Count.FAILED_REQUESTS);
    }

    void deniedResponse() {
        countAll(Count.DENIED_RESPONSES);
    }

    /** A rule has ended it without an answer. HAProxy counts that of the backend of an HTTP request too, which before the choice of one is the proxy itself. */
    void rejected() {
        count(Count.DENIED_REQUESTS);
        if (!stream.isHttp) return;
        var self = stream.session().frontend().self();
        if (stream.back() != null) countBackend(Count.DENIED_REQUESTS);
        else if (self != null) self.backend().tally().add(stream.worker.index(), Count.DENIED_REQUESTS);
    }

    /** The client has left, or its time is over, and there are a backend and perhaps a server that have worked in vain. */
    void aborted() {
        countBehind(Count.CLIENT_ABORTS);
    }

    /** It ends as if it had never been: no answer is counted. */
    void silently() {
        silent = true;
    }

    void internalError() {
        countAll(Count.INTERNAL_ERRORS);
    }

    void rewriteFailed() {
        countAll(Count.FAILED_REWRITES);
    }

    /** For all that have to do with the stream so far: the frontend, the backend, the server that has answered. */
    private void countAll(Count what) {
        count(what);
        countBehind(what);
    }

    private void countBehind(Count what) {
        var loop = stream.worker.index();
        var target = stream.back();
        if (target == null) return;
        target.backend().tally().add(loop, what);
        var server = stream.upstream.server();
        if (server != null) server.tally().add(loop, what);
    }

    /** HAProxy: what a backend's rules answer is not counted. */
    void intercepted() {
        if (stream.back() == null) count(Count.INTERCEPTED);
    }

    /** HAProxy neither logs nor counts what {@code monitor-uri} answers, but for the interception. */
    void monitored() {
        unlogged = true;
        count(Count.INTERCEPTED);
    }

    void interim() {
        // HAProxy: it is an answer of the server, and not yet one to the client.
        var server = stream.upstream.server();
        if (server != null) server.tally().response(stream.worker.index(), 100);
    }

    void splicedIn(long bytes) {
        splicedIn += bytes;
        count(Count.H1_SPLICED_IN, bytes);
        back().add(stream.worker.index(), Count.H1_SPLICED_OUT, bytes);
    }

    void splicedOut(long bytes) {
        splicedOut += bytes;
        count(Count.H1_SPLICED_OUT, bytes);
        back().add(stream.worker.index(), Count.H1_SPLICED_IN, bytes);
        stream.worker.traffic().tally().add(stream.worker.index(), Column.SPLICED_BYTES_OUT, bytes);
    }

    /** Of rules of a backend; those of a {@code listen} run before it is one. */
    private void countBackend(Count what) {
        if (stream.back() != null) back().add(stream.worker.index(), what);
    }

    private void count(Count what) {
        count(what, 1);
    }

    private void count(Count what, long amount) {
        front().add(stream.worker.index(), what, amount);
        var socket = stream.session().inlet().tally();
        if (socket != null) socket.add(stream.worker.index(), what, amount);
    }

    private Tally front() {
        return stream.session().frontend().tally();
    }

    private Tally back() {
        return stream.target().backend().tally();
    }

    // ---- the client leaves

    void clientFailed(Failure failure) {
        switch (failure) {
            case CLOSED -> clientClosed();
            case RESET, CONNECT_FAILED, BUG -> clientGone();
            case VIOLATION, TOO_LARGE -> clientBroke();
        }
    }

    /** FIN: half a close, which ends the request if it was not complete. */
    private void clientClosed() {
        stream.clientClosed = true;
        if (!stream.isHttp || !stream.isAborted()) {
            if (!stream.isHttp) stream.requestContent().complete();
            return;
        }
        var stage = stream.stage();
        // A rule that waits for the body gets what there is; the abort is noticed before a server is chosen, as in
        // HAProxy.
        stream.requestContent().cut();
        if (stage.compareTo(Stage.CHOOSE) >= 0) abortedBy(stage);
    }

    private void abortedBy(Stage stage) {
        // HAProxy: who leaves the tarpit by half a close is refused as if its time were over.
        if (stage == Stage.TARPIT) return;
        // Nor does it count who goes by half a close before a server has the request.
        if (stage.compareTo(Stage.SEND) > 0) aborted();
        Termination.set(stream.account, Termination.CLIENT, abortPhase(stage));
        switch (stage) {
            // These ask for it themselves when they are entered again.
            case QUEUED, CONNECTING, TURN_AROUND, INSPECT_RESPONSE, AWAIT, REPLY, REPLYING -> {}
            default -> stream.endNow();
        }
    }

    /** HAProxy: in the middle of a body that goes to the server it is an abort of the data phase. */
    private char abortPhase(Stage stage) {
        var waits = stage == Stage.AWAIT || stage == Stage.INSPECT_RESPONSE;
        return waits && !stream.requestContent().isComplete() ? Termination.DATA : Termination.phase(stage);
    }

    /** The client's connection has been reset. */
    boolean wasReset() {
        return reset;
    }

    private void clientGone() {
        reset = true;
        stream.clientClosed = true;
        var stage = stream.stage();
        // HAProxy: once the request is with the server, a reset is an abort of the data phase.
        Termination.set(
                stream.account,
                Termination.CLIENT,
                stage == Stage.AWAIT || stage == Stage.INSPECT_RESPONSE ? Termination.DATA : Termination.phase(stage));
        if (!stream.isHttp && stage.compareTo(Stage.CHOOSE) < 0) invalid();
        aborted();
        stream.endNow();
    }

    /** The body broke the protocol: RFC 9112 7.1, and HAProxy's answer 400 as long as nothing was answered. */
    private void clientBroke() {
        count(Count.FAILED_REQUESTS);
        if (stream.answer.takesBody()) {
            Termination.set(stream.account, Termination.CLIENT, Termination.DATA);
            stream.endNow();
        } else {
            stream.client().last();
            // As long as no server has it, it was no request from the beginning.
            var stage = stream.stage();
            var isSent = stage == Stage.AWAIT || stage == Stage.INSPECT_RESPONSE;
            Termination.set(stream.account, Termination.PROXY, isSent ? Termination.HEADERS : Termination.REQUEST);
            stream.replyNow(400, Termination.PROXY);
        }
    }

    void clientExpired() {
        if (stream.relay.clientTakes() || stream.relay.isServerBehind() || stream.relay.holdsRequest()) {
            stream.relay.armClient();
            return;
        }
        var stage = stream.stage();
        Termination.set(stream.account, Termination.CLIENT_TIMEOUT, Termination.phase(stage));
        if (stage.compareTo(Stage.CHOOSE) < 0) invalid();
        else aborted();
        if (!stream.isHttp || stream.answer.takesBody()) {
            stream.endNow();
            return;
        }
        stream.client().last();
        stream.replyNow(408, Termination.CLIENT_TIMEOUT);
    }

    // ---- the end

    void upgraded() {
        upgrade = true;
    }

    Stage end() {
        var session = stream.session();
        var client = stream.client();
        stream.account.endedNanos = stream.nanos();
        stream.upstream.finish();
        if (!upgrade) settleGuarded();
        stream.release();
        if (upgrade) {
            session.becomeHttp();
            session.connection().resume();
        } else if (client instanceof H1Client h1) {
            goOn(session, h1);
        } else {
            if (session.frontend().policy().resetsOnClose()) client.abort(true);
            else close(client);
            session.over();
        }
        return Stage.OVER;
    }

    private static void goOn(Session session, H1Client h1) {
        if (h1.connection().isClosed()) {
            h1.abort(false);
            session.over();
        } else if (!h1.isLast() && h1.isReceived() && h1.isSent()) {
            // A FIN that has come may have a request in front of it, so it is told to the session when it is its turn.
            session.idle();
        } else {
            h1.finish(LINGER_NANOS);
            session.over();
        }
    }

    /** By FIN, also when there is something that nobody has read: HAProxy resets no client that it turns away. */
    private static void close(Exchange client) {
        if (!client.connection().isClosed()) client.connection().closeGracefully(LINGER_NANOS);
    }

    /** A log line that cannot be written, for a bug in it, leaves all others as they are. */
    private void settleGuarded() {
        try {
            settle();
        } catch (RuntimeException | Error bug) {
            stream.worker.bug(bug);
        }
    }

    /** Counts what it has come to, and tells those who write it down. */
    private void settle() {
        var account = stream.account;
        var loop = stream.worker.index();
        refresh();
        var front = front();
        count(Count.BYTES_IN, account.bytesIn);
        count(Count.BYTES_OUT, account.bytesOut);
        count(Count.REQUEST_BYTES_OUT, bytesToServers());
        count(Count.RESPONSE_BYTES_IN, bytesFromServers());
        stream.worker.traffic().tally().add(loop, Column.BYTES_OUT, account.bytesOut);
        if (stream.isHttp && !silent) front.response(loop, account.status);
        var target = stream.back();
        if (target != null) settleBackend(target.backend().tally(), loop);
        if (unlogged) return;
        stream.loyalty.settle();
        if (!stream.isHttp || account.requestEndNanos != 0)
            stream.front().uniqueId().make(stream);
        var before = account.lines;
        stream.session().frontend().observer().ended(account, loop);
        countLines(before);
    }

    private void settleBackend(Tally back, int loop) {
        var account = stream.account;
        account.backendConnections = back.sessions.leave();
        stream.upstream.attempts.times(back);
        back.add(loop, Count.BYTES_IN, account.bytesIn);
        back.add(loop, Count.BYTES_OUT, account.bytesOut);
        if (stream.isHttp && !silent) back.response(loop, account.status);
    }
}
