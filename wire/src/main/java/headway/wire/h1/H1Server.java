package headway.wire.h1;

import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.wire.engine.Connection;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;

/** One request and its response on a connection to a server. */
final class H1Server extends H1Exchange {
    private int requestMethod;
    private boolean switchAsked;
    /** Only the end of the connection ends the response; the head's own framing may have been edited meanwhile. */
    private boolean untilClose;

    H1Server(H1Context context, H1Settings settings, Connection connection, ExchangeListener listener) {
        super(context, settings, connection, listener);
    }

    /** Ready for the next exchange, or for being idle. */
    void next(ExchangeListener listener) {
        this.listener = listener;
        releaseIncoming();
        receivedBytes = 0; // whether anything came decides if a request may be sent again
        reading = Reading.IDLE;
        writing = Writing.IDLE;
        // The client of the last exchange may have been behind to the end, and nothing resumes what is complete.
        if (connection().isPaused()) connection().resume();
    }

    boolean isReusable() {
        return reading == Reading.DONE
                && writing == Writing.DONE
                && !last
                && connection().unread() == 0
                && connection().pending() == 0
                && !connection().hasEnded();
    }

    @Override
    public void abort(boolean reset) {
        super.abort(reset);
        releaseIncoming();
    }

    @Override
    void begin(H1Incoming message) {
        message.reader.response(requestMethod, switchAsked);
    }

    @Override
    BodyFraming prepare(Head request) {
        requestMethod = request.methodId();
        switchAsked = request.is(HeadFlag.UPGRADE);
        if (H1Rules.isDoubtful(request)) last = true;
        return H1Rules.toServer(request, last);
    }

    @Override
    Reading headComplete(Head head) {
        if (H1Rules.closesAfter(head)) last = true;
        untilClose = head.framing() == BodyFraming.UNTIL_CLOSE;
        if (head.status() < 200 && head.status() != 101) return Reading.HEAD;
        return switch (head.framing()) {
            case NONE -> Reading.DONE;
            case TUNNEL -> Reading.BODY;
            case LENGTH, CHUNKED, UNTIL_CLOSE -> {
                incoming().body.begin(head);
                yield Reading.BODY;
            }
        };
    }

    @Override
    void tellHead(Head head) {
        if (reading != Reading.HEAD) {
            listener.head(this);
            return;
        }
        listener.interim(this);
        var message = incoming;
        if (message == null) return;
        message.again();
        begin(message);
    }

    @Override
    void messageSent() {}

    @Override
    void peerEnded() {
        last = true;
        if (untilClose && reading == Reading.BODY) endHere();
        else if (reading == Reading.TUNNEL) listener.end(this, null);
        else if (reading != Reading.DONE || writing == Writing.BODY) listener.failed(this, Failure.CLOSED);
    }
}
