package headway.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large files are read and bound, and twice the lines take about twice the memory: what compares or copies all with all would take four times as much. */
final class LargeFileTest {
    private static final String DEFAULTS = """
            defaults
                mode http
                timeout connect 5s
                timeout client 60s
                timeout server 60s
            """;
    private static final double MOST = 2.6;

    @TempDir
    Path folder;

    @Test
    void fiveThousandBackendsAndAMapOfFiftyThousandHostsAreBound() throws Exception {
        var hosts = Files.writeString(folder.resolve("hosts.map"), lines(50_000, "host%1$d.example.com backend%2$d\n"));
        var text = DEFAULTS + "frontend large\n    bind 127.0.0.1:1\n"
                + lines(
                        5_000,
                        "    acl is_%1$d hdr(host) -i site%1$d.example.com\n    use_backend backend%2$d if is_%1$d\n")
                + "    use_backend %[req.hdr(host),lower,map(" + hosts + ",backend0)]\n"
                + lines(
                        5_000,
                        "backend backend%1$d\n    server one 10.0.%3$d.%4$d:80\n    server two 10.1.%3$d.%4$d:80\n");
        var plan = plan(text);
        assertThat(plan.rules()).hasSize(5_001);
        assertThat(plan.patterns().all()).anyMatch(list -> list.size() == 50_000);
    }

    /** Lines of one section, and of many. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "    acl same hdr(host) -i h%1$d.example.com\n    http-request set-header x-%1$d a if same\n",
                "    acl is_%1$d path /%1$d\n    http-request set-var(txn.v%1$d) path if is_%1$d\n",
                "    bind 127.0.%3$d.%4$d:8080\n",
                "    http-request set-header x-%1$d %%[req.hdr(y-%1$d),lower]\n    http-response del-header x-%1$d\n",
                "    server s%1$d 10.0.%3$d.%4$d:80 cookie c%1$d check\n    use-server s%1$d if { path /%1$d }\n",
                "backend b%1$d\n    server s 10.0.%3$d.%4$d:80\n",
                "defaults d%1$d\n    mode http\n    timeout client 1s\n    timeout server 1s\n    timeout connect 1s\n"
                        + "listen l%1$d from d%1$d\n    bind 127.0.%3$d.%4$d:80\n    server s 10.0.0.1:80\n",
                "userlist u%1$d\n    user a insecure-password b\n"
            })
    void twiceTheLinesTakeTwiceTheMemory(String form) throws Exception {
        taken(form, 500); // classes are loaded
        var once = taken(form, 3_000);
        var twice = taken(form, 6_000);
        assertThat(twice / (double) once).as("%d bytes, then %d", once, twice).isLessThan(MOST);
    }

    private long taken(String form, int count) throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var text = DEFAULTS
                + "listen main\n    bind 127.0.0.1:1\n    cookie SRV insert\n    server only 10.9.9.9:80 cookie x\n"
                + lines(count, form);
        var before = threads.getCurrentThreadAllocatedBytes();
        plan(text);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private Plan plan(String text) throws Exception {
        var file = Files.writeString(folder.resolve("haproxy.cfg"), text);
        var diagnostics = new Diagnostics();
        var plan = Plan.of(
                Loading.load(CommandLineReader.read("-f", file.toString()), diagnostics)
                        .orElseThrow(() -> new AssertionError(diagnostics.all().getFirst())),
                diagnostics);
        assertThat(diagnostics.has(Severity.ALERT))
                .as(() -> diagnostics.all().toString())
                .isFalse();
        return plan;
    }

    /** A line for each number: the number, modulo 5,000, and as two octets of an address. */
    private static String lines(int count, String form) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, form, i, i % 5_000, i / 250, i % 250 + 1))
                .collect(Collectors.joining());
    }
}
