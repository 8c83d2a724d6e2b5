package headway.testkit;

import java.time.Duration;

/** What a recording server answers to a request: raw bytes after a delay, and what it then does with the connection. */
public record HttpAnswer(String bytes, Duration delay, Afterwards afterwards) {
    /** The fate of the connection after the answer. */
    public enum Afterwards {
        KEEP,
        CLOSE,
        RESET
    }

    /** A 200 with this body, kept alive. */
    public static HttpAnswer ok(String body) {
        return raw("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    public static HttpAnswer raw(String bytes) {
        return new HttpAnswer(bytes, Duration.ZERO, Afterwards.KEEP);
    }

    /** Not a byte: the connection is closed in place of an answer. */
    public static HttpAnswer closing() {
        return raw("").then(Afterwards.CLOSE);
    }

    /** Not a byte: the connection is reset in place of an answer. */
    public static HttpAnswer resetting() {
        return raw("").then(Afterwards.RESET);
    }

    public HttpAnswer after(Duration wait) {
        return new HttpAnswer(bytes, wait, afterwards);
    }

    public HttpAnswer then(Afterwards fate) {
        return new HttpAnswer(bytes, delay, fate);
    }
}
