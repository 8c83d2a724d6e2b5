package headway.wire.exchange;

import headway.http.Head;
import org.jspecify.annotations.Nullable;

/** Who is told what comes in on an exchange: the stream, and before there is one the session. Always on the connection's loop. */
public interface ExchangeListener {
    /** The first bytes of a message have come, but not its whole head. */
    default void begun(Exchange from) {}

    /** The head of the incoming message is complete; {@link Exchange#isReceived} is true already when it has no body, and {@code end} is then not called. */
    void head(Exchange from);

    /** An interim response (1xx) has come; another head follows. */
    default void interim(Exchange from) {}

    /** A piece of the incoming body, for the duration of the call; all of it counts as consumed. */
    void data(Exchange from, int at, int length);

    /** The incoming message is complete. */
    void end(Exchange from, @Nullable Head trailers);

    /** So many bytes of the body went by inside the kernel. */
    default void spliced(Exchange from, long bytes) {}

    /** The peer does not take what was written as fast as it comes: the source is to be paused until {@code room}. */
    void congested(Exchange to);

    /** Everything written was sent. */
    void room(Exchange to);

    /** An outgoing connection is established. */
    default void connected(Exchange to) {}

    /**
     * The incoming message will not be completed. After CLOSED the outgoing one can still be sent (the peer may have closed one half only), after the others the
     * connection is closed.
     */
    void failed(Exchange from, Failure failure);

    void expired(Exchange from);
}
