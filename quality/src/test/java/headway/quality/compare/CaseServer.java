package headway.quality.compare;

import headway.testkit.Ending;
import headway.testkit.Lab;
import headway.testkit.RawConnection;
import headway.testkit.TcpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The server of one case: acts on the connection on which something new has come. */
final class CaseServer {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final long STEP_MILLIS = 3;

    private final TcpServer sockets;
    private final Map<RawConnection, Integer> answered = new HashMap<>();
    private int first;
    private boolean ready;
    private @Nullable RawConnection current;

    CaseServer(Lab lab, String name) throws IOException {
        sockets = lab.tcp(name, (_, _) -> new CountDownLatch(1).await());
    }

    /** Begins another run: connections of earlier ones no longer count. */
    void begin() {
        sockets.closeAll();
        first = sockets.connections().size();
        current = null;
        ready = false;
        answered.clear();
    }

    List<RawConnection> connections() {
        List<RawConnection> all = sockets.connections();
        return all.subList(first, all.size());
    }

    /** Waits for a text among what came since the last answer; gives up when the client was answered without it. */
    void await(String text, RawConnection client, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int clientHad = client.receivedBytes();
        long givenUp = Long.MAX_VALUE;
        while (System.nanoTime() < Math.min(deadline, givenUp)) {
            for (RawConnection connection : connections()) {
                if (connection.received().indexOf(text, answered.getOrDefault(connection, 0)) >= 0) {
                    current = connection;
                    ready = true;
                    return;
                }
            }
            boolean answeredByProxy = client.receivedBytes() > clientHad || client.ending() != Ending.OPEN;
            if (answeredByProxy && givenUp == Long.MAX_VALUE) {
                givenUp = System.nanoTime() + patience.toNanos() / 10;
            }
            Thread.sleep(STEP_MILLIS);
        }
    }

    void awaitRequest(RawConnection client, Duration patience) throws InterruptedException {
        await(END_OF_HEAD, client, patience);
    }

    void send(String bytes) {
        if (current != null) {
            answered.put(current, current.receivedBytes());
            ready = false;
            current.send(bytes);
        }
    }

    /** Whether what was waited for has come and is not answered yet. */
    boolean isReady() {
        return ready;
    }

    /** Whether what was last waited for was also answered, so that a deed need not wait for a further request. */
    boolean hasAnswered() {
        return current != null && answered.containsKey(current);
    }

    void awaitEnding(Duration patience) {
        if (current != null) {
            current.awaitEnding(patience);
        }
    }

    void act(Step.Deed deed) {
        if (current != null) {
            CaseRun.act(current, deed);
        }
    }
}
