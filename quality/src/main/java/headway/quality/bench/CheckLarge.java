package headway.quality.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How long {@code -c} takes for a large file: 5,000 backends of two servers, half of them chosen by a condition of their own, and a map of 50,000 hosts.
 */
record CheckLarge(Path folder) {
    static final String WORD = "check-large";

    private static final int BACKENDS = 5_000;
    private static final int ENTRIES = 50_000;
    private static final int RUNS = 5;

    /** Median of seconds by the clock, of several runs. */
    double seconds(Path program) throws IOException, InterruptedException {
        Path file = write(folder);
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long before = System.nanoTime();
            Path output = folder.resolve("check.out");
            int status = Command.on(Cores.PROXY, program.toString(), "-c", "-f", file.toString())
                    .start(output.toFile())
                    .waitFor();
            seconds[i] = (System.nanoTime() - before) / 1e9;
            if (status != 0) {
                throw new IOException(program + " refuses " + file + ": " + Files.readString(output));
            }
        }
        return Rounds.median(seconds);
    }

    /** Writes the file and its map; gives the former. */
    static Path write(Path folder) throws IOException {
        StringBuilder map = new StringBuilder();
        for (int i = 0; i < ENTRIES; i++) {
            map.append(String.format(Locale.ROOT, "host%d.example.com backend%d%n", i, i % BACKENDS));
        }
        Path hosts = Files.writeString(folder.resolve("large.map"), map);
        StringBuilder text = new StringBuilder("""
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 60s
                    timeout server 60s
                frontend large
                    bind 127.0.0.1:1
                """);
        for (int i = 0; i < BACKENDS; i += 2) {
            text.append(String.format(Locale.ROOT, "    acl is_%d hdr(host) -i site%d.example.com%n", i, i));
            text.append(String.format(Locale.ROOT, "    use_backend backend%d if is_%d%n", i, i));
        }
        text.append("    use_backend %[req.hdr(host),lower,map(" + hosts + ",backend0)]\n");
        for (int i = 0; i < BACKENDS; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "backend backend%d%n    server one 10.0.%d.%d:80%n    server two 10.1.%2$d.%3$d:80%n",
                    i,
                    i / 250,
                    i % 250));
        }
        return Files.writeString(folder.resolve("large.cfg"), text);
    }
}
