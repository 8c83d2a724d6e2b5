package headway.app.dump;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Diagnostics;
import headway.language.predicate.Facts;
import headway.language.resolve.ConfigurationLoader;
import headway.language.syntax.ConfigurationText;
import headway.language.syntax.Environment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code -dC}. */
class ConfigurationDumpTest {
    private static final String TEXT = """
            global # remark
              setenv A "b c"
              maxconn 100
            frontend web.example
             .if streq("$A","b c")
              bind 10.1.2.3:80   name "my sock"
             .else
              bind :81
             .endif
              bind 2001:db8::1:82
              acl is_admin path_beg /admin
              acl is_admin hdr(host) -i "a'b c"
              http-request deny deny_status 404 if is_admin { hdr(x-secret,1) -m str "$A" }
              http-request return content-type text/plain lf-string "%[src,ipmask(24)] \\"x\\" \\\\ $A"
            userlist users
              user joe insecure-password abc
            """;

    private static String dump(String text, long key) {
        var dump = new ConfigurationDump(key);
        var loader = new ConfigurationLoader(Facts.all(), host -> List.of(), false);
        loader.read(
                List.of(new ConfigurationText("t.cfg", text)),
                Environment.of(Map.of(), Facts.VERSION),
                new Diagnostics(),
                dump::line);
        var out = new ByteArrayOutputStream();
        dump.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linesThatCountAreWrittenAsTheyAreMeant() {
        assertThat(dump(TEXT, 0)).isEqualTo("""
                global
                \tsetenv A 'b c'
                \tmaxconn 100

                frontend web.example
                \tbind 10.1.2.3:80 name 'my sock'
                \tbind 2001:db8::1:82
                \tacl is_admin path_beg /admin
                \tacl is_admin hdr(host) -i "a'b c"
                \thttp-request deny deny_status 404 if is_admin { hdr(x-secret,1) -m str 'b c' }
                \thttp-request return content-type text/plain lf-string '%[src,ipmask(24)] "x" \\ b c'

                userlist users
                \tuser joe insecure-password abc
                """);
    }

    @Test
    void whatIsWrittenIsTheSameConfigurationAgain() {
        var once = dump(TEXT + "frontend b\n\tlog-tag a\\x01\\n\\\\$x\\ '\"'\"\"\n", 0);
        assertThat(dump(once, 0)).isEqualTo(once);
    }

    @Test
    void aKeyTakesNamesAddressesAndSecretsAway() {
        var text = dump(TEXT, 77);
        assertThat(text)
                .doesNotContain("web", "10.1", "2001", "db8", "is_admin", "x-secret", "joe", "abc", "b c", "my sock");
        assertThat(text).contains("\tsetenv\n").contains("(").contains("insecure-password\n");
        var deny = text.lines()
                .filter(line -> line.contains("deny_status"))
                .findFirst()
                .orElseThrow();
        assertThat(deny)
                .matches("\thttp-request deny deny_status 404 if [0-9a-f]{6} \\{ hdr\\([0-9a-f]{6},1\\) -m str '.*' }");
        var name = deny.split(" if ")[1].substring(0, 6);
        assertThat(text.lines().filter(line -> line.startsWith("\tacl " + name + " ")))
                .hasSize(2);
        assertThat(dump(TEXT, 77)).isEqualTo(text);
        assertThat(dump(TEXT, 78)).isNotEqualTo(text).hasSameSizeAs(text);
    }
}
