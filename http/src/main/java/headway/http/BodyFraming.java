package headway.http;

/** How the end of a message's body is known: RFC 9112 6.3. */
public enum BodyFraming {
    /** There is no body. */
    NONE,
    /** Content-Length says how many bytes. */
    LENGTH,
    /** The body is a row of chunks with its own end, and trailers may follow. */
    CHUNKED,
    /** A response whose body ends when the connection does. */
    UNTIL_CLOSE,
    /** What follows is not HTTP any more: after 101, or a 2xx to CONNECT. */
    TUNNEL
}
