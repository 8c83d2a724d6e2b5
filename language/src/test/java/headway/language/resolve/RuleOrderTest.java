package headway.language.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.syntax.ConfigurationText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every pair of rules in every kind of section, and the real HAProxy, where it is installed, warns of the same ones. */
class RuleOrderTest {
    private static final List<String> RULES = List.of(
            "tcp-request connection accept if TRUE",
            "tcp-request session accept if TRUE",
            "tcp-request content accept if FALSE",
            "tcp-request inspect-delay 5s",
            "tcp-response content accept if FALSE",
            "http-request deny if FALSE",
            "http-request redirect location / if FALSE",
            "http-response deny if FALSE",
            "http-after-response set-header a b",
            "monitor fail if FALSE",
            "redirect location / if FALSE",
            "use_backend b if FALSE",
            "use-server s if FALSE",
            "force-persist if FALSE",
            "ignore-persist if FALSE",
            "capture request header a len 4",
            "acl x src 1.1.1.1",
            "default_backend b");

    private static final Pattern WARNING =
            Pattern.compile("\\[[^:]*:(\\d+)\\] : (a '.*' rule placed after an? '.*' rule will still be .*)");

    @TempDir
    private Path folder;

    @Test
    void everyPairOfRulesGetsTheWarningThatHaproxyGivesIt() throws IOException {
        var binary = Path.of(System.getenv().getOrDefault("HAPROXY_BINARY", "/usr/sbin/haproxy"));
        assumeTrue(Files.isExecutable(binary), "no haproxy is installed");
        var text = everyPair();
        assertThat(ours(text)).isEqualTo(haproxys(binary, text)).hasSize(80);
    }

    /** What one kind of section refuses, and HAProxy would then say nothing else, is left out of it. */
    private static String everyPair() {
        var text = new StringBuilder("defaults\nmode http\ntimeout client 1s\ntimeout server 1s\ntimeout connect 1s\n");
        text.append("backend b\nserver s 127.0.0.1:1\n");
        for (var kind : List.of("frontend", "listen", "backend")) {
            var allowed = RULES.stream().filter(rule -> mayHave(kind, rule)).toList();
            for (var first : allowed) for (var second : allowed) text.append(pair(kind, first, second));
        }
        return text.toString();
    }

    private static String pair(String kind, String first, String second) {
        return section(kind, RULES.indexOf(first) + "_" + RULES.indexOf(second)) + first + "\n" + second + "\n";
    }

    private static String section(String kind, String name) {
        return kind + " " + kind + name + "\n" + (kind.equals("backend") ? "" : "bind :1\n")
                + (kind.equals("frontend") ? "" : "server s 127.0.0.1:1\n");
    }

    private static boolean mayHave(String kind, String rule) {
        return switch (kind) {
            case "frontend" -> !rule.startsWith("tcp-response") && !rule.startsWith("use-server");
            case "backend" -> !rule.startsWith("tcp-request connection") && !rule.startsWith("tcp-request session");
            default -> true;
        };
    }

    private static List<String> ours(String text) {
        var out = new Diagnostics();
        Loads.loader().loadTexts(List.of(new ConfigurationText("t.cfg", text)), Loads.environment(), out);
        assertThat(out.all()).noneMatch(told -> told.severity() == Severity.ALERT);
        return out.all().stream()
                .filter(told ->
                        told.severity() == Severity.WARNING && told.message().contains("will still be"))
                .map(told -> told.position().line() + " " + told.message())
                .sorted()
                .toList();
    }

    private List<String> haproxys(Path binary, String text) throws IOException {
        var file = Files.writeString(folder.resolve("t.cfg"), text);
        var process = new ProcessBuilder(binary.toString(), "-c", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return WARNING.matcher(told)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .sorted()
                .toList();
    }
}
