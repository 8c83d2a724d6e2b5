package headway.wire.h1;

import headway.base.memory.Buffers;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Violation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The answers that the program gives by itself, as long as no {@code errorfile} or {@code http-error} replaces them. Status lines and fields are HAProxy's, the
 * sentences are ours.
 */
public enum ErrorPages {
    OK(200, "OK", "The service is ready."),
    BAD_REQUEST(400, "Bad request", "What your browser or program sent is not a valid HTTP request."),
    UNAUTHORIZED(401, "Unauthorized", "This content is shown to users with a valid name and password only."),
    FORBIDDEN(403, "Forbidden", "A rule of this site forbids this request."),
    NOT_FOUND(404, "Not Found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "This address does not take requests with this method."),
    PROXY_UNAUTHORIZED(407, "Unauthorized", "This proxy serves users with a valid name and password only."),
    REQUEST_TIMEOUT(408, "Request Time-out", "The request did not arrive completely in the time allowed for it."),
    GONE(410, "Gone", "What was at this address has been removed and will not come back."),
    PAYLOAD_TOO_LARGE(413, "Payload Too Large", "The request carries more content than is accepted here."),
    TARGET_TOO_LONG(414, "URI Too Long", "The address in the request is longer than is accepted here."),
    MISDIRECTED(
            421,
            "Misdirected Request",
            "This connection does not lead to a server for this address. Try again on a fresh one."),
    UNPROCESSABLE(422, "Unprocessable Content", "The request is encoded in a way that is not supported here."),
    TOO_EARLY(425, "Too Early", "The request came before the connection was secured. Send it again."),
    TOO_MANY_REQUESTS(
            429, "Too Many Requests", "There were too many requests from you in a short time. Try again later."),
    FIELDS_TOO_LARGE(
            431, "Request Header Fields Too Large", "The fields of the request are larger than is accepted here."),
    INTERNAL_ERROR(500, "Internal Server Error", "Something unexpected went wrong in the proxy."),
    NOT_IMPLEMENTED(501, "Not Implemented", "The request needs something that is not supported here."),
    BAD_GATEWAY(
            502, "Bad Gateway", "The server behind this proxy gave an answer that is invalid or incomplete, or none."),
    UNAVAILABLE(
            503, "Service Unavailable", "No server is available for this request at the moment. Try again shortly."),
    GATEWAY_TIMEOUT(504, "Gateway Time-out", "The server behind this proxy took too long to answer.");

    private static final ErrorPages[] ALL = values();
    private static final int NO_CACHE = constant("no-cache");
    private static final int HTML = constant("text/html");

    private final int status;
    private final String reason;
    private final int reasonAt;
    private final int lengthAt;
    private final int lengthLength;
    private final int bodyAt;
    private final int bodyLength;
    private final int messageAt;
    private final int messageLength;

    ErrorPages(int status, String reason, String sentence) {
        this.status = status;
        this.reason = reason;
        var body = body(this, sentence);
        var length = Integer.toString(body.length());
        reasonAt = constant(reason);
        lengthAt = constant(length);
        lengthLength = length.length();
        bodyAt = constant(body);
        bodyLength = body.length();
        var message = message(this, body);
        messageAt = constant(message);
        messageLength = message.length();
    }

    static String body(ErrorPages page, String sentence) {
        return "<html><body><h1>" + page.status + " " + page.reason + "</h1>\n" + sentence + "\n</body></html>\n";
    }

    /** HAProxy's form; it announces the close only where that always follows. */
    static String message(ErrorPages page, String body) {
        var close = page.status == 400 || page.status == 408 ? "Connection: close\r\n" : "";
        return "HTTP/1.1 " + page.status + " " + page.reason + "\r\nContent-length: " + body.length()
                + "\r\nCache-Control: no-cache\r\n" + close + "Content-Type: text/html\r\n\r\n" + body;
    }

    /** The page for a status, or null where there is none. */
    public static @Nullable ErrorPages of(int status) {
        for (var page : ALL) if (page.status == status) return page;
        return null;
    }

    /** The page for what was wrong with a request. */
    public static ErrorPages of(Violation violation) {
        var page = of(violation.status());
        return page == null ? BAD_REQUEST : page;
    }

    public int status() {
        return status;
    }

    /** Fills a response head: the fields of the message, without the fate of the connection, which is decided on the way out. */
    public void fill(Head head) {
        head.clear();
        head.version(11);
        head.response(status, reasonAt, reason.length());
        head.add(FieldName.CONTENT_LENGTH, lengthAt, lengthLength);
        head.add(FieldName.CACHE_CONTROL, NO_CACHE, 8);
        head.add(FieldName.CONTENT_TYPE, HTML, 9);
        head.framing(BodyFraming.LENGTH, bodyLength);
    }

    public int bodyAt() {
        return bodyAt;
    }

    public int bodyLength() {
        return bodyLength;
    }

    /** The whole message as it is sent where there is no stream yet, byte by byte in HAProxy's form: names are spelled differently there. */
    public int messageAt() {
        return messageAt;
    }

    public int messageLength() {
        return messageLength;
    }

    private static int constant(String text) {
        return Buffers.constant(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
