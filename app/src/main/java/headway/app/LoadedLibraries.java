package headway.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code -dL}: the native libraries in the process, the executable first. */
final class LoadedLibraries {
    private static final Path MAPS = Path.of("/proc/self/maps");

    private LoadedLibraries() {}

    static void print(PrintStream out) {
        try (var lines = Files.lines(MAPS)) {
            out.print(Path.of("/proc/self/exe").toRealPath() + "\n");
            lines.map(line -> line.indexOf('/') < 0 ? "" : line.substring(line.indexOf('/')))
                    .filter(path -> path.endsWith(".so") || path.contains(".so."))
                    .distinct()
                    .forEach(path -> out.print(path + "\n"));
        } catch (IOException e) {
            out.print("# no list of loaded libraries on this system\n");
        }
    }
}
