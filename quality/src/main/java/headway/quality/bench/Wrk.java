package headway.quality.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The load: {@code wrk} with a fixed number of keep-alive connections on the core of the servers. */
record Wrk(Path count, Path typical) implements Load {
    private static final String SCRIPT = """
            done = function(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("RUN %d %d %d\\n", summary.requests, summary.bytes,
                  e.connect + e.read + e.write + e.status + e.timeout))
            end
            """;

    static Wrk in(Path folder) throws IOException {
        return new Wrk(
                Files.writeString(folder.resolve("count.lua"), SCRIPT),
                Files.writeString(folder.resolve("typical.lua"), Typical.script() + SCRIPT));
    }

    @Override
    public Run run(Workload workload, int port, int seconds) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + port + "/" + workload.path;
        String said = Command.on(
                        Cores.LOAD,
                        "wrk",
                        "-t1",
                        "-c" + workload.clients,
                        "-d" + seconds + "s",
                        "--timeout",
                        "5s",
                        "-H",
                        "X-Remove: this",
                        "-s",
                        (workload == Workload.TYPICAL ? typical : count).toString(),
                        url)
                .output();
        for (String line : said.lines().toList()) {
            if (line.startsWith("RUN ")) {
                String[] words = line.split(" ");
                return new Run(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
            }
        }
        throw new IOException("wrk did not finish: " + said);
    }
}
