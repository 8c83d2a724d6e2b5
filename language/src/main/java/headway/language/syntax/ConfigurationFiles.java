package headway.language.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code -f} names: files, and folders whose {@code *.cfg} are taken in the order of their names. */
public final class ConfigurationFiles {
    private ConfigurationFiles() {}

    /**
     * All files, in order. A name that is neither is left in, so that reading it tells why.
     */
    public static List<Path> expand(List<Path> given) throws IOException {
        var files = new ArrayList<Path>();
        for (var path : given) {
            if (!Files.isDirectory(path)) files.add(path);
            else
                try (var entries = Files.list(path)) {
                    entries.filter(ConfigurationFiles::isConfiguration).sorted().forEach(files::add);
                }
        }
        return files;
    }

    /** As HAProxy: hidden files and what is no file is passed over. */
    private static boolean isConfiguration(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.endsWith(".cfg") && !name.startsWith(".") && Files.isRegularFile(path);
    }
}
