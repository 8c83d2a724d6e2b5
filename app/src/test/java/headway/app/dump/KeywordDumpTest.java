package headway.app.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code -dK} of the installed HAProxy and of this program, as far as both know a name. */
class KeywordDumpTest {
    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");

    /** Where the two look at a fetch in other places: 3.5 remembers more of a request's line than 2.6, and names without a direction are the request's here. */
    private static final Set<String> OTHER_PLACES = Set.of(
            "cookie",
            "hdr",
            "payload",
            "req.proto_http",
            "req_proto_http",
            "req.ver",
            "req_ver",
            "res.ver",
            "resp_ver",
            "srv_name");

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
        assertThat(ours("acl")).isEqualTo(real("acl"));
    }

    @Test
    void fetchesCanBeAskedInTheSamePlaces() throws IOException, InterruptedException {
        var real = matrix(real("smp"));
        var ours = matrix(ours("smp"));
        var differing = new TreeSet<String>();
        ours.forEach((name, places) -> {
            if (real.containsKey(name) && !places.equals(real.get(name))) differing.add(name);
        });
        assertThat(ours.keySet()).contains("path", "src", "status");
        assertThat(OTHER_PLACES).containsAll(differing);
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
