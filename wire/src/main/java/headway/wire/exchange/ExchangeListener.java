package headway.wire.exchange;

import headway.http.Head;
import org.jspecify.annotations.Nullable;

/** Who is told what comes in on an exchange: the stream. */
public interface ExchangeListener {
    /** The head of the incoming message is complete. */
    void head(Exchange from);

    /** An interim response (1xx) has come; another head follows. */
    void interim(Exchange from);

    /** A piece of the incoming body, for the duration of the call; all of it counts as consumed. */
    void data(Exchange from, int at, int length);

    /** The incoming message is complete. */
    void end(Exchange from, @Nullable Head trailers);

    /** So many bytes of the body went by inside the kernel. */
    void spliced(Exchange from, long bytes);

    /** Everything written was sent. */
    void room(Exchange to);

    /** The peer has closed its side before or after the incoming message was complete, the connection failed, or broke the protocol. */
    void failed(Exchange from, Failure failure);

    void expired(Exchange from);
}
