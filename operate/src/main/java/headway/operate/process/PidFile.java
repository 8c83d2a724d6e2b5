package headway.operate.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code -p} and {@code pidfile}: written by a daemon only, as HAProxy does, and left behind when the process ends. */
public final class PidFile {
    private PidFile() {}

    /** Writes it in place, since others may hold the name, or be refused a rename in its folder. */
    public static void write(Path file, long process) throws IOException {
        Files.writeString(file, process + "\n");
    }
}
