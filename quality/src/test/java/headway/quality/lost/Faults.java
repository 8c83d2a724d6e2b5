package headway.quality.lost;

import headway.testkit.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** What befalls the servers, one at a time and by seed: there is always another one that is well. */
final class Faults implements Runnable {
    private final List<HttpServer> nodes;
    private final Random random;
    private final long untilNanos;
    private volatile int befallen;

    Faults(List<HttpServer> nodes, Random random, long untilNanos) {
        this.nodes = nodes;
        this.random = random;
        this.untilNanos = untilNanos;
    }

    /** How many faults there were. */
    int befallen() {
        return befallen;
    }

    @Override
    public void run() {
        try {
            while (System.nanoTime() < untilNanos) {
                befall(nodes.get(random.nextInt(nodes.size())));
                befallen++;
                Thread.sleep(random.nextInt(30));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void befall(HttpServer node) throws IOException, InterruptedException {
        switch (random.nextInt(4)) {
            case 0 -> {
                node.sockets().kill();
                Thread.sleep(random.nextInt(150));
                node.sockets().restart();
            }
            case 1 -> {
                node.sockets().pause(true);
                Thread.sleep(random.nextInt(100));
                node.sockets().pause(false);
            }
            case 2 -> node.sockets().resetAll();
            default -> node.sockets().closeAll();
        }
    }
}
