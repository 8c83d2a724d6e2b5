package headway.wire.h1;

import headway.http.Head;
import org.jspecify.annotations.Nullable;

/** Takes what a {@link H1Body} finds. */
public interface BodySink {
    /**
     * A piece of the payload, for the duration of the call.
     *
     * @param more false when it is known that the body ends here
     */
    void data(int at, int length, boolean more);

    /** The body is complete; the trailers, if there were any, are valid for the duration of the call. */
    void complete(@Nullable Head trailers);
}
