package headway.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program that reads {@code haproxy.cfg}: Headway, or the real one. */
public record Binary(String name, Path path, List<String> options) {
    public Binary {
        options = List.copyOf(options);
    }

    /** The program under test: {@code HEADWAY_PROGRAM} (property or variable), else {@code bin/haproxy} of this project. */
    public static Binary headway() {
        String named = setting("HEADWAY_PROGRAM");
        Path path = named.isEmpty() ? projectRoot().resolve("bin/haproxy") : Path.of(named);
        return new Binary("headway", path, List.of());
    }

    /** The real HAProxy, when it is installed: {@code HAPROXY_BINARY}, else {@code /usr/sbin/haproxy}. */
    public static Optional<Binary> haproxy() {
        String named = setting("HAPROXY_BINARY");
        Path path = Path.of(named.isEmpty() ? "/usr/sbin/haproxy" : named);
        return Files.isExecutable(path) ? Optional.of(new Binary("haproxy", path, List.of())) : Optional.empty();
    }

    /** The same program with these command line options in front of the file. */
    public Binary with(String... more) {
        return new Binary(name, path, List.of(more));
    }

    /** The folder of the whole project, found upwards from where the tests run. */
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path p = folder; p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve("testkit")) && Files.isDirectory(p.resolve("bin"))) {
                return p;
            }
        }
        return folder;
    }

    private static String setting(String key) {
        String property = System.getProperty(key, "");
        return property.isEmpty() ? System.getenv().getOrDefault(key, "") : property;
    }
}
