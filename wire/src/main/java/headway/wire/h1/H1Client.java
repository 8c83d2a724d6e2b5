package headway.wire.h1;

import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import headway.wire.engine.Connection;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;

/** A client's connection: requests come in one after the other, and each is answered before the next is read. */
public final class H1Client extends H1Exchange {
    private int requestMethod;
    private int requestVersion;

    public H1Client(H1Context context, H1Settings settings, Connection connection, ExchangeListener session) {
        super(context, settings, connection, session);
        connection.handler(this);
    }

    /** Who is told from now on. */
    public void listener(ExchangeListener listener) {
        this.listener = listener;
    }

    /** True while nothing of a next request has come. */
    public boolean isIdle() {
        return heard() == Reading.IDLE && !connection().isHeldBack();
    }

    @Override
    public boolean isBeginning() {
        return reading == Reading.IDLE;
    }

    /** True once a head has been started but not completed. */
    public boolean isInHead() {
        return heard() == Reading.HEAD;
    }

    private Reading heard() {
        return cutOff == null ? reading : cutOff;
    }

    /** After both messages are complete: ready for the next request, which may have come already. */
    public void next(ExchangeListener session) {
        assert reading == Reading.DONE && writing == Writing.DONE && !last;
        listener = session;
        releaseIncoming();
        receivedBytes = 0;
        forgetSent();
        reading = Reading.IDLE;
        writing = Writing.IDLE;
        connection().watch(false);
        connection().resume();
    }

    /** Answers nothing more and closes once everything is sent; what still comes is dropped until then, so that the answer is not lost to a reset. */
    public void finish(long lingerNanos) {
        flush();
        releaseIncoming();
        reading = Reading.CLOSED;
        last = true;
        connection().closeGracefully(lingerNanos);
    }

    /** Answers what was refused before it was a request: HAProxy's message, with what was wrong if that has a name. Nothing follows it. */
    public void refuse(int status) {
        last = true;
        var why = violation();
        var page = ErrorPages.of(status);
        if (why != null && why.status() == status)
            verbatim(RefusalPages.messageAt(why), RefusalPages.messageLength(why));
        else if (page != null) verbatim(page.messageAt(), page.messageLength());
    }

    @Override
    public void abort(boolean reset) {
        super.abort(reset);
        releaseIncoming();
    }

    @Override
    void begin(H1Incoming message) {
        message.reader.request();
    }

    @Override
    Reading headComplete(Head head) {
        requestMethod = head.methodId();
        requestVersion = head.version();
        if (H1Rules.closesAfter(head)) last = true;
        if (head.framing() == BodyFraming.NONE) return Reading.DONE;
        incoming().body.begin(head);
        return Reading.BODY;
    }

    @Override
    void tellHead(Head head) {
        listener.head(this);
    }

    @Override
    BodyFraming prepare(Head response) {
        // Of a body that a rule has forbidden too, as in HAProxy.
        if (H1Rules.endsConnection(response)) last = true;
        var framing = H1Rules.toClient(response, requestMethod, requestVersion, last);
        if (H1Rules.endsConnection(response)) last = true;
        return framing;
    }

    @Override
    void messageSent() {}

    @Override
    void peerEnded() {
        if (reading == Reading.TUNNEL) listener.end(this, null);
        else listener.failed(this, Failure.CLOSED);
    }

    /** True when the request asked for 100-continue and the body has not begun to come. */
    public boolean expectsContinue() {
        return reading == Reading.BODY && received().is(HeadFlag.EXPECT_CONTINUE);
    }

    public boolean isHeadRequest() {
        return requestMethod == Method.HEAD;
    }
}
