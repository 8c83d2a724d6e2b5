package headway.app.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A small HTTP server that says its name, the number of the connection and the number of the request on it. */
final class Node implements AutoCloseable {
    private final String name;
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    Node(String name) throws IOException {
        this.name = name;
        socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name(name).start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Connections accepted so far. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var client = socket.accept();
                var number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client, number));
            }
        } catch (IOException closed) {
            // the demonstration is over
        }
    }

    private void serve(Socket client, int number) {
        try (client) {
            var in = new BufferedInputStream(client.getInputStream());
            for (var request = 1; readHead(in); request++) {
                var body = name + ", connection " + number + ", request " + request + "\n";
                var answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body;
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // the proxy has closed the connection
        }
    }

    /** Reads to the empty line; the demonstration's requests have no body. */
    private static boolean readHead(InputStream in) throws IOException {
        var ends = 0;
        while (ends < 4) {
            var b = in.read();
            if (b < 0) return false;
            if (b == '\r' || b == '\n') ends++;
            else ends = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
