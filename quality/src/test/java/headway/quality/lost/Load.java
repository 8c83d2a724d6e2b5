package headway.quality.lost;

import headway.testkit.Ending;
import headway.testkit.HttpMessage;
import headway.testkit.KeepAliveClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send idempotent requests, each with an id of its own that the answer must bear. */
final class Load {
    private static final int CLIENTS = 8;

    /** After so many a client opens a new connection, so that first requests are hit as well as later ones. */
    private static final int REQUESTS_PER_CONNECTION = 50;

    private final int port;
    private final long untilNanos;
    private final AtomicInteger sent = new AtomicInteger();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    Load(int port, long untilNanos) {
        this.port = port;
        this.untilNanos = untilNanos;
    }

    int sent() {
        return sent.get();
    }

    /** Requests that got no answer or an error of the proxy's, and what came in place of it. */
    List<String> lost() {
        return lost;
    }

    /** Answers that belong to another request, or come twice. */
    List<String> wrong() {
        return wrong;
    }

    void run() throws InterruptedException {
        List<Thread> clients = new CopyOnWriteArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            String name = "c" + i;
            clients.add(Thread.ofVirtual().start(() -> client(name)));
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void client(String name) {
        for (int connection = 0; System.nanoTime() < untilNanos; connection++) {
            try (KeepAliveClient client = new KeepAliveClient(port)) {
                requests(client, name + "-" + connection);
            } catch (IOException e) {
                lost.add("no connection: " + e);
            }
        }
    }

    private void requests(KeepAliveClient client, String name) {
        for (int i = 0; i < REQUESTS_PER_CONNECTION && System.nanoTime() < untilNanos; i++) {
            if (!exchange(client, name + "-" + i, i % 3 == 2)) {
                return;
            }
        }
    }

    /** Sends one request and judges its answer; false when the connection is of no more use. */
    private boolean exchange(KeepAliveClient client, String id, boolean put) {
        sent.incrementAndGet();
        String request = put
                ? "PUT /" + id + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(2_000)
                : "GET /" + id + " HTTP/1.1\r\nHost: a\r\n\r\n";
        try {
            HttpMessage answer = client.exchange(request);
            if (answer.status() != 200) {
                lost.add(id + ": " + answer.startLine());
                return client.connection().ending() == Ending.OPEN;
            }
            if (!answer.body().equals(id + (put ? " 2000" : " 0"))) {
                wrong.add(id + " got: " + answer.body());
            }
            if (!client.unread().isEmpty()) {
                wrong.add(id + " got more than its answer: " + client.unread());
            }
            return true;
        } catch (IOException e) {
            lost.add(id + ": " + e.getMessage());
            return false;
        }
    }
}
