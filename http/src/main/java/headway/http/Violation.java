package headway.http;

/**
 * What is wrong with a message that is refused, each with the rule it breaks and the status that tells the client so. For a message of a server the
 * status towards the client is always 502.
 */
public enum Violation {
    BAD_METHOD("RFC 9110 9.1", "the method has a character that no token may have"),
    RESERVED_METHOD("RFC 9113 3.4", "the method PRI is reserved for the HTTP/2 preface"),
    HTTP2_PREFACE("RFC 9113 3.4", "the connection begins with the HTTP/2 preface, and HTTP/2 is not spoken here"),
    NO_TARGET("RFC 9112 3", "the request line ends before the target"),
    NO_VERSION("RFC 9112 2.3", "the request line has no version: HTTP/0.9 is not served"),
    BAD_TARGET_BYTE("RFC 9112 3.2", "the target has a control character, or one above 126"),
    FRAGMENT_IN_TARGET("RFC 9112 3.2", "the target has a fragment, which a client must keep to itself"),
    BAD_TARGET_FORM("RFC 9112 3.2", "the target is in none of the four forms that this method allows"),
    BAD_AUTHORITY("RFC 9112 3.2.3", "the target of CONNECT is not a host with a port of 1 to 65535"),
    BAD_VERSION("RFC 9112 2.3", "the version is not HTTP/ with a digit, a dot and a digit"),
    BAD_STATUS_LINE("RFC 9112 4", "the status line does not begin with HTTP/, a version and a space"),
    BAD_STATUS("RFC 9110 15", "the status is not a number from 100 to 999"),
    UNASKED_SWITCH(
            "RFC 9110 15.2.2",
            "the server switches protocols though the request did not ask for it, or without saying to which"),
    FOLD_WITHOUT_FIELD("RFC 9112 2.2", "there is white space before the first field"),
    EMPTY_NAME("RFC 9112 5", "a field has no name"),
    BAD_NAME("RFC 9112 5.1", "a field name has a character that no token may have, or white space before its colon"),
    NO_COLON("RFC 9112 5", "a field line has no colon"),
    NUL_BYTE("RFC 9110 5.5", "there is a NUL byte"),
    BARE_CR("RFC 9112 2.2", "a CR is not followed by LF"),
    BARE_LF("RFC 9112 7.1", "a line of the chunked coding ends in LF without CR"),
    TOO_MANY_FIELDS("RFC 9110 5.4", "there are more fields than tune.http.maxhdr allows"),
    HEAD_TOO_LARGE("RFC 9112 3", "the head does not fit into tune.bufsize"),
    DIFFERENT_HOSTS("RFC 9112 3.2", "there are several Host fields that differ"),
    HOST_MISMATCH("RFC 9112 3.2.2", "the Host field and the authority in the target differ"),
    BAD_CONTENT_LENGTH("RFC 9110 8.6", "Content-Length is not a number, or too large a one"),
    DIFFERENT_CONTENT_LENGTHS("RFC 9112 6.3", "there are several lengths in Content-Length that differ"),
    EMPTY_TRANSFER_ENCODING("RFC 9112 6.1", "Transfer-Encoding has an empty element"),
    CHUNKED_NOT_LAST("RFC 9112 6.1", "chunked is not the last transfer coding"),
    CHUNKED_TWICE("RFC 9112 6.1", "chunked is applied twice"),
    NOT_CHUNKED("RFC 9112 6.3", "there is a Transfer-Encoding without chunked, so the length cannot be known"),
    UNSUPPORTED_TRANSFER_CODING("RFC 9112 6.1", 422, "there is another transfer coding beside chunked"),
    UNEXPECTED_PAYLOAD(
            "RFC 9112 C.2.3",
            413,
            "a GET, HEAD, DELETE or CONNECT of HTTP/1.0 has a payload, which old servers overlook"),
    BAD_WEBSOCKET_KEY("RFC 6455 4.1", "a WebSocket request has no valid Sec-WebSocket-Key"),
    NO_WEBSOCKET_ACCEPT("RFC 6455 4.1", "a WebSocket response has no Sec-WebSocket-Accept"),
    BAD_CHUNK_SIZE("RFC 9112 7.1", "the size of a chunk is not a hexadecimal number"),
    CHUNK_TOO_LARGE("RFC 9112 7.1", "the size of a chunk is beyond 2^52 - 1"),
    BAD_CHUNK_END("RFC 9112 7.1", "the data of a chunk is not followed by CR LF"),
    CHUNK_LINE_TOO_LONG("RFC 9112 7.1.1", "a chunk's extensions are longer than tune.bufsize"),
    FORBIDDEN_TRAILER("RFC 9110 6.5.1", "the trailers have a field that frames the message"),
    TRAILERS_TOO_LARGE("RFC 9112 7.1.2", "the trailers do not fit into tune.bufsize");

    private final String rule;
    private final int status;
    private final String sentence;

    Violation(String rule, String sentence) {
        this(rule, 400, sentence);
    }

    Violation(String rule, int status, String sentence) {
        this.rule = rule;
        this.status = status;
        this.sentence = sentence;
    }

    /** The section that forbids it. */
    public String rule() {
        return rule;
    }

    /** What a client is answered. */
    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** For logs and error pages. {@code offset} counts bytes from the beginning of the message. */
    public String at(long offset) {
        return sentence + " (" + rule + "), at byte " + offset;
    }
}
