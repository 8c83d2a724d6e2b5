package headway.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A syslog server on a UNIX datagram socket, which the JDK has not: {@code socat} receives and the lines go to a file. */
public final class UnixSyslogSink implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(10);

    private final Process socat;
    private final Path socket;
    private final Path file;

    public UnixSyslogSink(Path directory) throws IOException, InterruptedException {
        socket = directory.resolve("log.sock");
        file = directory.resolve("log.lines");
        socat = new ProcessBuilder("socat", "-u", "UNIX-RECV:" + socket, "OPEN:" + file + ",creat,append")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 500 && !Files.exists(socket); i++) {
            Thread.sleep(STEP);
        }
    }

    public Path socket() {
        return socket;
    }

    /** Whole lines so far; HAProxy ends each with a line feed. */
    public List<String> lines() throws IOException {
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.UTF_8).lines().toList()
                : List.of();
    }

    @Override
    public void close() throws IOException {
        socat.destroy();
        try {
            socat.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(socket);
    }
}
