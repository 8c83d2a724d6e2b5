package headway.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Reads one well-formed HTTP/1.1 message after the other from what a connection received. */
final class HttpReader {
    private final RawConnection connection;
    private final Duration patience;
    private int at;

    HttpReader(RawConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /** The next request. Fails with the reason when the connection ends or the time is up before it is complete. */
    HttpMessage request() throws IOException {
        HttpMessage head = HttpMessage.of(through("\r\n\r\n"), "");
        return withBody(head, contentLength(head, 0));
    }

    /** The next final response to a request with this method; interim ones are passed over. */
    HttpMessage response(String method) throws IOException {
        HttpMessage head = HttpMessage.of(through("\r\n\r\n"), "");
        while (head.status() / 100 == 1 && head.status() != 101) {
            head = HttpMessage.of(through("\r\n\r\n"), "");
        }
        boolean bodiless =
                method.equals("HEAD") || head.status() == 204 || head.status() == 304 || head.status() == 101;
        return bodiless ? head : withBody(head, contentLength(head, -1));
    }

    /** The rest of what arrived and was not read as a message. */
    String rest() {
        return connection.received().substring(at);
    }

    private HttpMessage withBody(HttpMessage head, int length) throws IOException {
        if (head.field("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
            return new HttpMessage(head.startLine(), head.fieldLines(), chunks());
        }
        return new HttpMessage(head.startLine(), head.fieldLines(), length < 0 ? untilEnd() : exactly(length));
    }

    private static int contentLength(HttpMessage head, int otherwise) {
        String value = head.field("content-length");
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(exactly(size));
            through("\r\n");
        }
        for (String trailer = through("\r\n"); !trailer.equals("\r\n"); trailer = through("\r\n")) {
            // trailers are read and dropped
        }
        return body.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(through("\r\n").strip().split(";", 2)[0].strip(), 16);
    }

    private String through(String mark) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String all = connection.received();
            int end = all.indexOf(mark, at);
            if (end >= 0) {
                String text = all.substring(at, end + mark.length());
                at = end + mark.length();
                return text;
            }
            waitForMore(all.length(), deadline);
        }
    }

    private String exactly(int length) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (connection.receivedBytes() < at + length) {
            waitForMore(connection.receivedBytes(), deadline);
        }
        String text = connection.received().substring(at, at + length);
        at += length;
        return text;
    }

    private String untilEnd() throws IOException {
        if (connection.awaitEnding(patience) == Ending.OPEN) {
            throw new IOException("the connection did not end within " + patience);
        }
        String text = connection.received().substring(at);
        at += text.length();
        return text;
    }

    private void waitForMore(int have, long deadline) throws IOException {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!connection.awaitMoreThan(have, left)) {
            throw new IOException(
                    connection.ending() + " after: " + connection.received().substring(Math.min(at, have)));
        }
    }
}
