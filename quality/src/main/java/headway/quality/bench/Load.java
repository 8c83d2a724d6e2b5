package headway.quality.bench;

import java.io.IOException;

/** What asks the proxies: a fixed number of keep-alive connections on the core of the servers, each with one request at a time. */
interface Load {
    /** What a run came to. {@code failures} counts connections that failed or ended and responses other than 200. */
    record Run(long responses, long bytes, long failures) {}

    /** Runs the workload against a port of the loopback address for so many seconds. */
    Run run(Workload workload, int port, int seconds) throws IOException, InterruptedException;
}
