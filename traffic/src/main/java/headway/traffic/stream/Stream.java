package headway.traffic.stream;

import headway.http.Head;
import headway.language.model.LogStep;
import headway.language.rule.Progress;
import headway.language.rule.RuleSet;
import headway.language.rule.Verdict;
import headway.language.sample.Direction;
import headway.traffic.account.Account;
import headway.traffic.counter.Count;
import headway.traffic.server.Server;
import headway.wire.engine.Timer;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;
import headway.wire.exchange.RawExchange;
import headway.wire.h1.H1Client;
import org.jspecify.annotations.Nullable;

/**
 * One request with its response, or one TCP connection, from the client to a server and back. It is a state machine: events note what has happened and call {@link
 * #advance}; each {@link Stage} has one method, which returns the stage that follows or its own when it has to wait; one line assigns it.
 *
 * <p>The steps live in the parts: {@link Intake} (rules and routing), {@link Upstream} (server and connection), {@link Answer} (the head of the response, replies of
 * the proxy itself), {@link Relay} (bodies), {@link Ending} (accounts). A stream is reused by its loop for one exchange after the other.
 */
final class Stream implements ExchangeListener {
    final Worker worker;
    final Progress progress = new Progress();
    final StreamScope scope;
    final Account account;
    final StreamHandling handling;
    final Intake intake;
    final Upstream upstream;
    final Inspection inspection;
    final Loyalty loyalty;
    final Answer answer;
    final Relay relay;
    final Ending ending;
    final EndEvents endEvents;
    private final Content requestContent;
    private final Content responseContent;
    private final Timer timer;

    long id;
    boolean isHttp;

    @Nullable
    Head requestHead;

    @Nullable
    Head responseHead;
    /** The stage's time is up. */
    boolean timeUp;
    /** The client has closed its side before its request was complete or while it waits. */
    boolean clientClosed;

    private @Nullable Session session;
    private @Nullable Exchange client;
    private @Nullable BackendTarget back;
    private Stage stage = Stage.OVER;
    /** Where an event wants it to go on, whatever the present stage would say. */
    private @Nullable Stage decided;

    private final CallTimes times;
    private boolean advancing;
    /** A bug has come up in it: nothing that it has touched is used again. */
    private boolean wrecked;

    private int calls;

    Stream(Worker worker) {
        this.worker = worker;
        var buffers = worker.loop().buffers();
        times = new CallTimes(worker);
        scope = new StreamScope(this, buffers);
        account = new Account(scope);
        handling = new StreamHandling(this, buffers);
        requestContent = new Content(buffers, worker.traffic().bodyLimit());
        responseContent = new Content(buffers, worker.traffic().bodyLimit());
        intake = new Intake(this);
        upstream = new Upstream(this);
        inspection = new Inspection(this);
        loyalty = new Loyalty(this);
        answer = new Answer(this);
        relay = new Relay(this);
        ending = new Ending(this);
        endEvents = new EndEvents(this);
        timer = new Timer() {
            @Override
            protected void expired() {
                times.enter();
                timeUp = true;
                advance();
                worker.h1().flush();
            }
        };
    }

    /** A request has come. */
    void beginHttp(Session session, H1Client client) {
        begin(session, client, true);
        client.listener(this);
        client.retain();
        requestHead = client.received();
        ending.requestReceived(client.received());
        if (client.isReceived()) requestContent.complete();
        relay.armClient();
        ending.reached(LogStep.ACCEPT);
        ending.reached(LogStep.REQUEST);
        decided = Stage.INSPECT;
        advance();
    }

    /** What came is no request that could be served; who is gone already gets no answer, but a line in the log. */
    void beginRefusal(Session session, H1Client client, int status, char cause) {
        begin(session, client, true);
        client.listener(this);
        client.deadline(Long.MAX_VALUE);
        ending.requestRefused(client.isIdle());
        Termination.set(account, cause, Termination.REQUEST);
        account.status = status;
        client.last();
        var isGone = client.connection().isClosed();
        if (!isGone) answer.refuse(status);
        decided = isGone ? Stage.END : Stage.REPLY;
        advance();
    }

    /** A TCP connection has come. */
    void beginTcp(Session session, RawExchange client) {
        begin(session, client, false);
        client.listener(this);
        ending.connectionReceived();
        relay.armClient();
        ending.reached(LogStep.ACCEPT);
        decided = Stage.INSPECT;
        advance();
    }

    /** Runs rules that see no more than the connection; false when one of them rejects it. */
    boolean judge(Session session, RuleSet rules, Count denied) {
        this.session = session;
        handling.isOfSession = true;
        ending.begin(session);
        progress.start();
        calls = 1;
        times.begin();
        endEvents.begin();
        var verdict = rules.run(scope, progress);
        times.leave();
        handling.isOfSession = false;
        if (verdict != Verdict.REJECT && verdict != Verdict.DROP && verdict != Verdict.DENY) return true;
        session.frontend().tally().add(worker.index(), denied);
        return false;
    }

    private void begin(Session session, Exchange client, boolean http) {
        assert stage == Stage.OVER;
        this.session = session;
        this.client = client;
        isHttp = http;
        id = worker.nextId();
        times.begin();
        endEvents.begin();
        ending.begin(session);
        calls = 0;
        scope.begin(session);
        progress.start();
    }

    Session session() {
        var known = session;
        if (known == null) throw new IllegalStateException("the stream is over");
        return known;
    }

    Exchange client() {
        var known = client;
        if (known == null) throw new IllegalStateException("the stream is over");
        return known;
    }

    /** False while rules judge a connection that has no exchange yet. */
    boolean hasClient() {
        return client != null;
    }

    /** What faces the client. */
    Policy front() {
        return session().frontend().policy();
    }

    /** What faces the servers; null before it is chosen. */
    @Nullable
    BackendTarget back() {
        return back;
    }

    /** The backend; to be asked once it is chosen. */
    BackendTarget target() {
        var chosen = back;
        if (chosen == null) throw new IllegalStateException("no backend is chosen");
        return chosen;
    }

    void route(BackendTarget target) {
        back = target;
    }

    Head request() {
        var head = requestHead;
        if (head == null) throw new IllegalStateException("there is no request");
        return head;
    }

    Head response() {
        var head = responseHead;
        if (head == null) throw new IllegalStateException("there is no response");
        return head;
    }

    Content content(Direction direction) {
        return direction == Direction.REQUEST ? requestContent : responseContent;
    }

    Content requestContent() {
        return requestContent;
    }

    Content responseContent() {
        return responseContent;
    }

    Stage stage() {
        return stage;
    }

    /** How often an event, a piece of a body or a timer has called it. */
    int calls() {
        return calls;
    }

    CallTimes times() {
        return times;
    }

    long nanos() {
        return worker.loop().nanos();
    }

    /** True when the client has gone and what it asked for may be dropped. */
    boolean isAborted() {
        return clientClosed && (!requestContent.isComplete() || abortsOnClose());
    }

    private boolean abortsOnClose() {
        var chosen = back;
        return (chosen == null ? front() : chosen.policy()).abortsOnClose(isHttp);
    }

    /** Enters the present stage again so much later than it was first entered; negative: not at all. */
    void wakeIn(long nanos) {
        if (nanos >= 0 && !timer.isArmed())
            worker.loop().arm(timer, worker.loop().nanos() + nanos);
    }

    /** Enters the present stage again at that time at the latest. */
    void wakeAt(long nanos) {
        if (nanos == Long.MAX_VALUE) worker.loop().disarm(timer);
        else worker.loop().arm(timer, nanos);
    }

    /** Goes on from stage to stage until one has to wait. */
    void advance() {
        if (advancing) return;
        times.enter();
        advancing = true;
        calls++;
        try {
            var done = false;
            while (!done) done = goOn();
        } finally {
            advancing = false;
            times.leave();
        }
    }

    /** False when a bug has stopped it, after which it goes on towards its end. */
    private boolean goOn() {
        try {
            while (true) {
                var next = decided == null ? step() : decided;
                decided = null;
                if (next == stage) return true;
                leave();
                stage = next;
                if (next == Stage.OVER) return true;
            }
        } catch (RuntimeException | Error bug) {
            worker.bug(bug);
            wreck();
            return stage == Stage.OVER;
        }
    }

    /** What a bug leaves behind ends: with 500 as long as nothing is answered, else by the close; a second bug ends it without a word. */
    private void wreck() {
        var isFirst = !wrecked;
        wrecked = true;
        Termination.set(
                account, Termination.INTERNAL, stage == Stage.OVER ? Termination.REQUEST : Termination.phase(stage));
        if (stage == Stage.END) {
            tearDown();
            return;
        }
        var peer = client();
        peer.last();
        var answers =
                isFirst && isHttp && !answer.takesBody() && !peer.connection().isClosed();
        var next = answers ? answer.internalError() : Stage.END;
        // A reply that was being made is made anew.
        decided = next == stage ? null : next;
    }

    /** Even the end has failed: without accounts. */
    private void tearDown() {
        stage = Stage.OVER;
        var over = session;
        if (over == null) return;
        client().abort(true);
        upstream.abandon();
        release();
        over.over();
    }

    boolean isWrecked() {
        return wrecked;
    }

    private void leave() {
        progress.begin();
        timeUp = false;
        if (timer.isArmed()) worker.loop().disarm(timer);
    }

    private Stage step() {
        return switch (stage) {
            case INSPECT -> intake.inspect();
            case BUFFER -> intake.buffer(front(), Stage.FRONTEND_RULES);
            case FRONTEND_RULES -> intake.frontendRules();
            case ROUTE -> intake.route();
            case BACKEND_INSPECT -> intake.inspectForBackend();
            case BACKEND_BUFFER -> intake.buffer(target().policy(), Stage.BACKEND_RULES);
            case BACKEND_RULES -> intake.backendRules();
            case CHOOSE -> upstream.seat.choose();
            case QUEUED -> upstream.seat.queued();
            case CONNECT -> upstream.connect();
            case CONNECTING -> upstream.connecting();
            case TURN_AROUND -> upstream.turnAround();
            case SEND -> upstream.send();
            case INSPECT_RESPONSE -> inspection.inspect();
            case AWAIT -> upstream.await();
            case BACKEND_RESPONSE_RULES -> answer.rules(target().policy(), Stage.FRONTEND_RESPONSE_RULES);
            case FRONTEND_RESPONSE_RULES -> answer.frontendRules();
            case ANSWER -> answer.answer();
            case RELAY -> relay.relay();
            case TARPIT -> answer.tarpit();
            case REPLY -> answer.reply();
            case REPLYING -> answer.replying();
            case END -> ending.end();
            case OVER -> Stage.OVER;
        };
    }

    /** Everything goes back to where it came from; the next use begins from nothing. */
    void release() {
        requestContent.release();
        responseContent.release();
        scope.clear();
        ending.clear();
        handling.clear();
        intake.clear();
        upstream.clear();
        inspection.clear();
        loyalty.clear();
        answer.clear();
        relay.clear();
        requestHead = null;
        responseHead = null;
        timeUp = false;
        clientClosed = false;
        session = null;
        client = null;
        back = null;
        progress.start();
        worker.release(this);
    }

    // ---- events of both exchanges

    @Override
    public void begun(Exchange from) {
        if (from == client && from instanceof RawExchange raw) {
            if (raw.isPeekFull()) requestContent.complete();
            advance();
        } else if (from instanceof RawExchange raw) {
            if (raw.isPeekFull()) responseContent.complete();
            advance();
        }
    }

    @Override
    public void head(Exchange from) {
        assert from != client;
        times.enter();
        upstream.responded(from);
        advance();
    }

    @Override
    public void interim(Exchange from) {
        if (from != client) answer.interim(from);
    }

    @Override
    public void data(Exchange from, int at, int length) {
        times.enter();
        if (from == client) relay.fromClient(at, length);
        else relay.fromServer(at, length);
        if (advancing) return;
        calls++;
        times.leave();
    }

    @Override
    public void end(Exchange from, @Nullable Head trailers) {
        times.enter();
        if (from instanceof RawExchange) endEvents.closed(from == client);
        if (from == client) relay.clientEnd(trailers);
        else relay.serverEnd(trailers);
        advance();
    }

    @Override
    public void spliced(Exchange from, long bytes) {
        relay.spliced(from, bytes);
    }

    @Override
    public void congested(Exchange to) {
        relay.congested(to);
    }

    @Override
    public void room(Exchange to) {
        times.enter();
        relay.room(to);
        advance();
    }

    @Override
    public void connected(Exchange to) {
        upstream.connected();
        advance();
    }

    @Override
    public void failed(Exchange from, Failure failure) {
        if (session == null) return;
        times.enter();
        endEvents.failed(from == client, from == client || upstream.isReady() ? failure : Failure.CONNECT_FAILED);
        if (failure == Failure.BUG) wreck();
        else if (from == client) ending.clientFailed(failure);
        else upstream.failed(failure);
        advance();
    }

    @Override
    public void expired(Exchange from) {
        times.enter();
        endEvents.expired(from == client);
        if (from == client) ending.clientExpired();
        else upstream.expired();
        advance();
    }

    /** Ends the stream from outside its stages at the next {@link #advance}: the client has gone, or its time. */
    void endNow() {
        if (stage == Stage.END || stage == Stage.OVER) return;
        decided = Stage.END;
    }

    /** The server's sessions are to end ({@code on-marked-down}, {@code on-marked-up}). */
    void shutDown(Server server, boolean isDown) {
        if (stage == Stage.OVER || stage == Stage.END || !upstream.seat.holds(server)) return;
        upstream.shutDown(isDown ? Termination.DOWN : Termination.UP);
        advance();
    }

    /** Answers with a page instead of going on, at the next {@link #advance}. */
    void replyNow(int status, char cause) {
        Termination.set(account, cause, Termination.phase(stage));
        answer.page(status);
        decided = Stage.REPLY;
    }
}
