package headway.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A keep-alive client: all its requests go over one connection. */
final class Visitor implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final BufferedReader in;

    Visitor(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** Asks once; returns the answer's body, a single line. */
    String ask(int number) throws IOException {
        var request = "GET /" + number + " HTTP/1.1\r\nHost: demo\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        while (!line().isEmpty()) {
            // the fields of the head
        }
        return line();
    }

    private String line() throws IOException {
        var line = in.readLine();
        if (line == null) throw new IOException("the proxy has closed the connection");
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
