package headway.operate.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code ps}, {@code pidof} and {@code ss} call the process: by itself it would be "java". */
public final class ProcessName {
    private static final Path COMMAND = Path.of("/proc/self/comm");

    private ProcessName() {}

    /** Takes the name of the program, as far as the system has room for it (15 bytes) and such names at all. */
    public static void take(String launcher) {
        if (!Files.isWritable(COMMAND)) return;
        try {
            Files.writeString(COMMAND, launcher.substring(launcher.lastIndexOf('/') + 1));
        } catch (IOException e) {
            // A name is a convenience; nothing depends on it.
        }
    }
}
