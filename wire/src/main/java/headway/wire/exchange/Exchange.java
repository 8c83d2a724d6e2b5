package headway.wire.exchange;

import headway.http.Head;
import headway.http.Violation;
import headway.wire.engine.Connection;
import org.jspecify.annotations.Nullable;

/**
 * One message coming in and one going out on some connection: of a client the request comes in and the response goes out, of a server the other way round. A raw
 * TCP connection is the same without heads.
 *
 * <p>What goes out is collected and sent by {@link #flush}, so that a head and a small body cost one system call.
 */
public abstract class Exchange {
    /** The head that came in; valid from {@link ExchangeListener#head} until the exchange ends. */
    public abstract Head received();

    /** Makes the received head independent of the receive buffer: to be called before the event ends by whoever needs it longer. */
    public abstract void retain();

    /** Starts the outgoing message. The exchange makes the edits that its protocol wants (hop-by-hop fields, framing). */
    public abstract void head(Head head);

    /** Sends an interim response (1xx), which is followed by another head. */
    public abstract void interim(Head head);

    /** A piece of the outgoing body; the bytes are sent or copied when the call of {@link #flush} returns. */
    public abstract void data(int at, int length);

    /** Ends the outgoing message. */
    public abstract void end(@Nullable Head trailers);

    public abstract void flush();

    /** No other exchange follows on this connection, so the outgoing head says so where the protocol has words for it. To be called before {@link #head}. */
    public abstract void last();

    /** True when no other exchange can follow. */
    public abstract boolean isLast();

    /** What came in is not HTTP: who, where and which rule of the RFC; null otherwise. */
    public abstract @Nullable Violation violation();

    /** Bytes that the peer has not taken yet: while there are any, the source is to be stopped. {@link ExchangeListener#room} tells when there are none. */
    public abstract int pending();

    /** Bytes of the outgoing message so far, with its heads and framing. */
    public abstract long sentBytes();

    /** Bytes of the incoming message so far, with its heads and framing; those that were spliced not included. */
    public abstract long receivedBytes();

    /** Stops the incoming message. */
    public abstract void pause();

    public abstract void resume();

    /** True when the incoming message is complete. */
    public abstract boolean isReceived();

    /** True when the outgoing message is complete (not necessarily taken by the kernel). */
    public abstract boolean isSent();

    /** Lets the rest of the incoming body flow inside the kernel to the other exchange; false when that cannot be. {@link ExchangeListener#end} follows as usual. */
    public abstract boolean spliceTo(Exchange to);

    /** True while {@link #spliceTo} runs. */
    public abstract boolean isSplicing();

    /** Gives the exchange up: the connection cannot be used further and is closed, with RST when {@code reset}. */
    public abstract void abort(boolean reset);

    /** Calls {@link ExchangeListener#expired} at that time unless moved. */
    public abstract void deadline(long nanos);

    /** The connection under it, for addresses and socket options. */
    public abstract Connection connection();
}
