package headway.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running HAProxy or Headway with the file it was started on and what it said. */
public final class Program implements AutoCloseable {
    private final Binary binary;
    private final Process process;
    private final Path file;
    private final Path output;
    private final Map<String, Integer> ports;

    Program(Binary binary, Process process, Path file, Path output, Map<String, Integer> ports) {
        this.binary = binary;
        this.process = process;
        this.file = file;
        this.output = output;
        this.ports = Map.copyOf(ports);
    }

    public String name() {
        return binary.name();
    }

    /** The port that was put in place of {@code @name@}. */
    public int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no @" + name + "@ in " + file);
        }
        return port;
    }

    Collection<Integer> ports() {
        return ports.values();
    }

    public long pid() {
        return process.pid();
    }

    public Path file() {
        return file;
    }

    /** What it wrote to its standard output and standard error so far. */
    public String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal by its name, such as {@code USR1}. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Waits for its end and gives its exit code; -1 when it still runs. */
    public int awaitExit(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
