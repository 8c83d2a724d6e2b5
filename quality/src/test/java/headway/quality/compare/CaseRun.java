package headway.quality.compare;

import headway.testkit.Ending;
import headway.testkit.RawConnection;
import headway.testkit.StatTable;
import headway.testkit.SyslogSink;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Plays the script of one case through one program and waits until nothing moves any more. */
record CaseRun(Case played, CaseServer server, SyslogSink log, Counted counted, int port, Duration quiet) {

    Outcome outcome() throws IOException, InterruptedException {
        server.begin();
        int logged = log.lines().size();
        StatTable before = counted.now(played.name());
        try (RawConnection client = RawConnection.to(port)) {
            boolean justWrote = false;
            for (Step step : played.steps()) {
                if (justWrote && step instanceof Step.ClientSends) {
                    Thread.sleep(betweenWrites()); // so that they arrive one by one
                }
                take(step, client);
                justWrote = step instanceof Step.ClientSends || step instanceof Step.ServerSends;
            }
            awaitQuiet(client);
            return Outcome.of(client, server.connections(), logged(logged), counted.since(before, played.name()));
        }
    }

    private Duration betweenWrites() {
        return quiet.dividedBy(10);
    }

    /** What was logged of its section since then, without its name. */
    private List<String> logged(int since) {
        List<String> lines = log.lines();
        String mine = played.name() + " ";
        return lines.subList(since, lines.size()).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(mine))
                .map(line -> line.substring(mine.length()))
                .toList();
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
            case Step.ClientSeesEnd() -> client.awaitEnding(patience.multipliedBy(2));
            case Step.ServerSeesEnd() -> server.awaitEnding(patience.multipliedBy(2));
            case Step.Pause() -> Thread.sleep(betweenWrites());
            case Step.ServerWaits(String text) -> server.await(text, client, patience);
            case Step.ServerSaysNow(String bytes) -> server.send(bytes);
            case Step.ServerSends(String bytes) -> {
                if (!server.isReady() && !played.isTcp()) {
                    server.awaitRequest(client, patience);
                }
                server.send(bytes);
            }
            case Step.ServerDoes(Step.Deed deed) -> {
                if (server.hasAnswered() || server.isReady() || played.isTcp()) {
                    Thread.sleep(betweenWrites());
                } else {
                    server.awaitRequest(client, patience);
                }
                server.act(deed);
            }
        }
    }

    private void awaitQuiet(RawConnection client) throws InterruptedException {
        long begun = System.nanoTime();
        long deadline = begun + quiet.multipliedBy(30).toNanos();
        while (System.nanoTime() < deadline && !isQuiet(client, begun)) {
            Thread.sleep(5);
        }
    }

    private boolean isQuiet(RawConnection client, long begun) {
        List<RawConnection> all = server.connections();
        boolean allEnded = client.ending() != Ending.OPEN && all.stream().allMatch(c -> c.ending() != Ending.OPEN);
        long needed = allEnded ? quiet.toNanos() / 4 : quiet.toNanos();
        // What the last step has set going may not have arrived anywhere yet.
        return System.nanoTime() - begun > needed
                && client.quietNanos() > needed
                && all.stream().allMatch(c -> c.quietNanos() > needed);
    }
}
