package headway.traffic.stream;

import headway.language.rule.Verdict;
import headway.wire.exchange.RawExchange;

/**
 * {@code tcp-response content} rules. HAProxy runs them as soon as the connection to the server is there, so without {@code tcp-response inspect-delay} they see no byte of
 * the answer; with it, a rule that lacks data waits.
 */
final class Inspection {
    private final Stream stream;
    /** When {@code inspect-delay} is over; 0 before it began. */
    private long untilNanos;

    Inspection(Stream stream) {
        this.stream = stream;
    }

    void clear() {
        untilNanos = 0;
    }

    /** Whether there is anything to do between the request and its answer. */
    boolean isWanted() {
        return !stream.target().policy().responseContentRules().isEmpty();
    }

    Stage inspect() {
        // What has gone wrong meanwhile is the matter of the stage that waits for the answer.
        if (stream.isHttp && stream.upstream.isDisturbed()) return Stage.AWAIT;
        lookAtBytes();
        stream.scope.isFinal = isOver();
        var verdict = stream.target().policy().responseContentRules().run(stream.scope, stream.progress);
        stream.scope.isFinal = true;
        if (verdict != Verdict.WAIT) untilNanos = 0;
        return switch (verdict) {
            case Verdict.CONTINUE, Verdict.ALLOW -> goOn();
            case Verdict.WAIT -> waiting();
            case Verdict.CLOSE -> stream.isHttp ? stream.upstream.closed() : close();
            case Verdict.DROP -> end(Termination.REQUEST);
            default -> end(Termination.DATA);
        };
    }

    /** Of TCP the rules see what has come and is not taken yet. */
    private void lookAtBytes() {
        if (!(stream.upstream.exchange() instanceof RawExchange raw)) return;
        var connection = raw.connection();
        if (raw.peekLength() > 0) stream.responseContent().lend(raw.peekAt(), raw.peekLength());
        else stream.responseContent().lend(connection.unreadAt(), connection.unread());
    }

    /** True when rules may wait for nothing more. */
    private boolean isOver() {
        var delay = Math.max(0, stream.target().policy().responseInspectDelayNanos());
        if (untilNanos == 0) untilNanos = stream.nanos() + delay;
        return stream.nanos() >= untilNanos || stream.responseContent().isEnded();
    }

    private Stage waiting() {
        if (stream.upstream.hasResponded()) stream.upstream.exchange().retain();
        stream.wakeAt(untilNanos);
        return Stage.INSPECT_RESPONSE;
    }

    private Stage goOn() {
        if (stream.isHttp) return Stage.AWAIT;
        stream.responseContent().drop();
        stream.relay.open(stream.upstream.exchange());
        if (stream.upstream.exchange().isReceived()) stream.relay.serverEnd(null);
        return Stage.RELAY;
    }

    /** What has come is passed on. */
    private Stage close() {
        var content = stream.responseContent();
        if (content.length() > 0) stream.client().data(content.at(), content.length());
        stream.upstream.exchange().abort(true);
        return Stage.END;
    }

    private Stage end(char phase) {
        if (stream.isHttp && stream.upstream.hasResponded())
            stream.account.status = stream.response().status();
        Termination.set(stream.account, Termination.PROXY, phase);
        stream.ending.deniedResponse();
        stream.client().last();
        return Stage.END;
    }
}
