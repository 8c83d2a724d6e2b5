package headway.quality.bench;

import java.util.List;

/** One row of the speed table. {@code target} is the ratio to HAProxy 2.6 that the project has set itself. */
enum Workload {
    HTTP_64("http-64", "http", "small", 0, 64, 0.85),
    HTTP_1("http-1", "http", "small", 0, 1, 0.80),
    HTTP_512("http-512", "http", "small", 0, 512, 0.75),
    TYPICAL("typical", "typical", "typical", 0, 64, 0.85),
    HTTP_10K("http-10k", "pages", "10k", 10 << 10, 64, 0.85),
    HTTP_1M("http-1m", "http", "1m", 1 << 20, 64, 0.60),
    TCP_64("tcp-64", "relay", "small", 0, 64, 0.97),
    TCP_BULK("tcp-bulk", "tcp", "10m", 10 << 20, 8, 0.50),
    TCP_BULK_AUTO("tcp-bulk-auto", "auto", "10m", 10 << 20, 8, 0.85),
    TCP_BULK_SPLICE("tcp-bulk-splice", "splice", "10m", 10 << 20, 8, 0.85);

    /** What {@code -w} calls it. */
    final String word;

    /** The section of the configuration it goes through. */
    final String section;

    /** The path it asks for, without the slash; {@link Typical} has its own. */
    final String path;

    /** Bytes of the response, when rounds are counted by bytes; 0 where they are counted by responses. */
    final int bytes;

    final int clients;
    final double target;

    Workload(String word, String section, String path, int bytes, int clients, double target) {
        this.word = word;
        this.section = section;
        this.path = path;
        this.bytes = bytes;
        this.clients = clients;
        this.target = target;
    }

    /** Its responses are so large that the last of each client is cut off by the end of the run. */
    private boolean isBulk() {
        return bytes >= (1 << 20);
    }

    /** wrk and nginx, on one core, need more time for it than a proxy does on the other, which then sleeps and wakes: that is what would be measured. */
    boolean outrunsWrk() {
        return this == HTTP_10K || this == TCP_64;
    }

    /** The requests, by turns. */
    List<String> requests() {
        return this == TYPICAL
                ? Typical.requests()
                : List.of("GET /" + path + " HTTP/1.1\r\nHost: bench\r\nX-Remove: this\r\n\r\n");
    }

    /**
     * Responses that a run came to. Of large ones the last of each client is cut off by the end of the run, so they are
     * counted by their bytes.
     */
    double responses(Load.Run run) {
        return !isBulk() ? run.responses() : run.bytes() / (double) bytes;
    }
}
