package headway.quality.compare;

import headway.testkit.Ending;
import headway.testkit.RawConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Plays the script of one case through one program and waits until nothing moves any more. */
record CaseRun(Case played, CaseServer server, int port, Duration quiet) {
    private static final long BETWEEN_WRITES_MILLIS = 15;

    Outcome outcome() throws IOException, InterruptedException {
        server.begin();
        try (RawConnection client = RawConnection.to(port)) {
            boolean justWrote = false;
            for (Step step : played.steps()) {
                if (justWrote && step instanceof Step.ClientSends) {
                    Thread.sleep(BETWEEN_WRITES_MILLIS); // so that they arrive one by one
                }
                take(step, client);
                justWrote = step instanceof Step.ClientSends || step instanceof Step.ServerSends;
            }
            awaitQuiet(client);
            return Outcome.of(client, server.connections());
        }
    }

    static void act(RawConnection connection, Step.Deed deed) {
        switch (deed) {
            case FINISH -> connection.finish();
            case CLOSE -> connection.close();
            case RESET -> connection.reset();
        }
    }

    private void take(Step step, RawConnection client) throws InterruptedException {
        Duration patience = quiet.multipliedBy(10);
        switch (step) {
            case Step.ClientSends(String bytes) -> client.send(bytes);
            case Step.ClientDoes(Step.Deed deed) -> act(client, deed);
            case Step.ClientWaits(String text) -> client.awaitText(text, patience);
            case Step.ServerWaits(String text) -> server.await(text, client, patience);
            case Step.ServerSends(String bytes) -> {
                server.awaitRequest(client, patience);
                server.send(bytes);
            }
            case Step.ServerDoes(Step.Deed deed) -> {
                if (server.hasAnswered()) {
                    Thread.sleep(BETWEEN_WRITES_MILLIS);
                } else {
                    server.awaitRequest(client, patience);
                }
                server.act(deed);
            }
        }
    }

    private void awaitQuiet(RawConnection client) throws InterruptedException {
        long deadline = System.nanoTime() + quiet.multipliedBy(30).toNanos();
        while (System.nanoTime() < deadline && !isQuiet(client)) {
            Thread.sleep(5);
        }
    }

    private boolean isQuiet(RawConnection client) {
        List<RawConnection> all = server.connections();
        boolean allEnded = client.ending() != Ending.OPEN && all.stream().allMatch(c -> c.ending() != Ending.OPEN);
        long needed = allEnded ? quiet.toNanos() / 4 : quiet.toNanos();
        return client.quietNanos() > needed && all.stream().allMatch(c -> c.quietNanos() > needed);
    }
}
