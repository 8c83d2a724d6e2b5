package headway.app.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code -dK} of the installed HAProxy and of this program, as far as both know a name. */
class KeywordDumpTest {
    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");

    /** One of each kind of source, and what 3.5 did not change. */
    private static final List<String> SAME_PLACES = List.of(
            "always_true",
            "base",
            "be_name",
            "dst_port",
            "fe_name",
            "path",
            "rand",
            "req.hdr",
            "res.hdr",
            "src",
            "status",
            "url");

    @BeforeAll
    static void isInstalled() {
        assumeTrue(Files.isExecutable(HAPROXY));
    }

    private static String real(String classes) throws IOException, InterruptedException {
        var process = new ProcessBuilder(HAPROXY.toString(), "-dK" + classes, "-q", "-c", "-f", "/dev/null").start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return text;
    }

    private static String ours(String classes) {
        var out = new ByteArrayOutputStream();
        KeywordDump.print(classes, new PrintStream(out, true, StandardCharsets.ISO_8859_1));
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theHelpAndTheTitlesAreTheSame() throws IOException, InterruptedException {
        assertThat(ours("help")).isEqualTo(real("help"));
        assertThat(titles(ours("all"))).isEqualTo(titles(real("all")));
    }

    /** With the staircase above the matrix of fetches. */
    private static String titles(String text) {
        return text.lines().filter(line -> line.startsWith("#")).reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void theKeywordsOfAclsAreTheSame() throws IOException, InterruptedException {
        assertThat(ours("acl").lines()).containsAll(real("acl").lines().toList());
    }

    @Test
    void fetchesCanBeAskedInTheSamePlaces() throws IOException, InterruptedException {
        var real = matrix(real("smp"));
        var ours = matrix(ours("smp"));
        for (var name : SAME_PLACES) assertThat(ours.get(name)).as(name).isEqualTo(real.get(name));
    }

    /** Name and the columns up to logs. */
    private static Map<String, String> matrix(String text) {
        var matrix = new TreeMap<String, String>();
        text.lines()
                .filter(line -> line.startsWith("["))
                .forEach(line -> matrix.put(line.replaceFirst("^.*] ([^(:]+).*", "$1"), line.substring(0, 39)));
        return matrix;
    }
}
