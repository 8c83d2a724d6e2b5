package headway.quality.bench;

import java.io.IOException;

/** Who runs where: the proxies share one core, and the load, the servers and the bench itself another. */
final class Cores {
    static final int PROXY = 0;
    static final int LOAD = 1;

    private Cores() {}

    /** Moves all threads of this process to the core of the load. */
    static void moveSelfToLoad() throws IOException, InterruptedException {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            throw new IOException("the bench needs two cores: one for the proxy, one for the load");
        }
        long self = ProcessHandle.current().pid();
        Command.of("taskset", "-a", "-c", "-p", Integer.toString(LOAD), Long.toString(self))
                .output();
    }
}
