package headway.language.syntax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file's content, or one made up by the program.
 *
 * @param name what positions call it
 * @param text one character a byte
 */
public record ConfigurationText(String name, String text) {
    /** What is larger is no configuration. */
    public static final long LARGEST_FILE = 256L << 20;

    /** Reads a file; {@code -} is not known to HAProxy either. */
    public static ConfigurationText of(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) throw new IOException("file larger than " + LARGEST_FILE + " bytes");
        return new ConfigurationText(
                path.toString(), new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
    }
}
