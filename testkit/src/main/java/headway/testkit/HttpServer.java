package headway.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An HTTP/1.1 server that records each request with the number of its connection and answers by a function. */
public final class HttpServer implements AutoCloseable {
    /** One request as it arrived. Both numbers count from 1. */
    public record Seen(String server, int connection, int request, HttpMessage message) {}

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final TcpServer server;
    private final Function<Seen, HttpAnswer> answers;
    private final List<Seen> requests = new CopyOnWriteArrayList<>();

    public HttpServer(String name, Function<Seen, HttpAnswer> answers) throws IOException {
        this.answers = answers;
        this.server = new TcpServer(name, this::hold);
    }

    /** A server whose answer's body is {@code name connection-number}. */
    public static HttpServer named(String name) throws IOException {
        return new HttpServer(name, seen -> HttpAnswer.ok(name + " " + seen.connection()));
    }

    public List<Seen> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were ever accepted. */
    public int accepted() {
        return server.connections().size();
    }

    public TcpServer sockets() {
        return server;
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return server.name();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void hold(int number, RawConnection connection) throws IOException, InterruptedException {
        HttpReader reader = new HttpReader(connection, PATIENCE);
        for (int request = 1; connection.ending() == Ending.OPEN; request++) {
            Seen seen = new Seen(server.name(), number, request, reader.request());
            requests.add(seen);
            if (!give(answers.apply(seen), connection)) {
                return;
            }
        }
    }

    private static boolean give(HttpAnswer answer, RawConnection connection) throws InterruptedException {
        if (!answer.delay().isZero()) {
            Thread.sleep(answer.delay());
        }
        connection.send(answer.bytes());
        switch (answer.afterwards()) {
            case KEEP -> {}
            case CLOSE -> connection.close();
            case RESET -> connection.reset();
        }
        return answer.afterwards() == HttpAnswer.Afterwards.KEEP;
    }
}
