package headway.testkit;

import java.io.IOException;
import java.time.Duration;

/** An HTTP/1.1 client on one connection, which it never opens again by itself. */
public final class KeepAliveClient implements AutoCloseable {
    private final RawConnection connection;
    private final HttpReader reader;

    public KeepAliveClient(int port) throws IOException {
        this(port, Duration.ofSeconds(30));
    }

    public KeepAliveClient(int port, Duration patience) throws IOException {
        this.connection = RawConnection.to(port);
        this.reader = new HttpReader(connection, patience);
    }

    /** GETs a target and gives the final response. */
    public HttpMessage get(String target) throws IOException {
        return exchange("GET " + target + " HTTP/1.1\r\nHost: lab\r\n\r\n");
    }

    /** Sends a request as written and gives the final response. */
    public HttpMessage exchange(String request) throws IOException {
        connection.send(request);
        return reader.response(request.substring(0, request.indexOf(' ')));
    }

    /** What came after the last response. */
    public String unread() {
        return reader.rest();
    }

    public RawConnection connection() {
        return connection;
    }

    @Override
    public void close() {
        connection.close();
    }
}
