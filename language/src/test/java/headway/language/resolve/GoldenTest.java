package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostics;
import headway.language.syntax.ConfigurationText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the configurations in {@code golden/}: the expected text stands beside each, and {@code ./dev golden} rewrites it. */
class GoldenTest {
    private static final Path FOLDER = folder();

    @ParameterizedTest
    @MethodSource("configurations")
    void aConfigurationGetsTheMessagesThatStandBesideIt(String name) throws IOException {
        var text = Files.readString(FOLDER.resolve(name + ".cfg"), StandardCharsets.ISO_8859_1);
        var out = new Diagnostics();
        Loads.loader().loadTexts(List.of(new ConfigurationText(name + ".cfg", text)), Loads.environment(), out);
        var expected = FOLDER.resolve(name + ".txt");
        if ("write".equals(System.getProperty("headway.golden"))) Files.writeString(expected, Loads.print(out));
        assertThat(Loads.print(out)).isEqualTo(Files.readString(expected));
    }

    static List<String> configurations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> f.endsWith(".cfg"))
                    .map(f -> f.substring(0, f.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    /** The sources' folder, since it is written to. */
    private static Path folder() {
        var root = System.getProperty("headway.root");
        var here = Path.of("src/test/resources/headway/language/resolve/golden");
        if (root != null) return Path.of(root, "language").resolve(here);
        return Files.isDirectory(here) ? here : Path.of("language").resolve(here);
    }
}
