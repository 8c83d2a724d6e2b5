package headway.quality.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.testkit.Api;
import headway.testkit.Binary;
import headway.testkit.KeepAliveClient;
import headway.testkit.Lab;
import headway.testkit.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each command of the runtime API does what its name says, as far as other tests have not seen it do so. */
class CommandsTest {
    @Test
    void countersBeginAnewWhenTheyAreCleared() throws Exception {
        try (var lab = new Lab()) {
            var api = start(lab);
            assertThat(field(api, "web,FRONTEND", 7)).isEqualTo("1");
            assertThat(field(api, "web,s", 7)).isEqualTo("1");
            assertThat(Api.ask(api, "clear counters server web/s\n")).isEqualTo("Server counters cleared.\n\n");
            assertThat(field(api, "web,s", 7)).isEqualTo("0");
            assertThat(field(api, "web,FRONTEND", 7)).isEqualTo("1");
            // Without a word only the maxima.
            assertThat(Api.ask(api, "clear counters\n")).isEqualTo("\n");
            assertThat(field(api, "web,FRONTEND", 7)).isEqualTo("1");
            assertThat(Api.ask(api, "clear counters all\n")).isEqualTo("\n");
            assertThat(field(api, "web,FRONTEND", 7)).isEqualTo("0");
        }
    }

    @Test
    void serversGoIntoMaintenanceAndComeBack() throws Exception {
        try (var lab = new Lab()) {
            var api = start(lab);
            assertThat(Api.ask(api, "disable server web/s\n")).isEqualTo("\n");
            assertThat(field(api, "web,s", 17)).isEqualTo("MAINT");
            assertThat(Api.ask(api, "enable server web/s\n")).isEqualTo("\n");
            assertThat(field(api, "web,s", 17)).isEqualTo("no check");
            assertThat(Api.ask(api, "set weight web/s 7\n")).isEqualTo("\n");
            assertThat(field(api, "web,s", 18)).isEqualTo("7");
        }
    }

    @Test
    void theProcessAndItsServersAreShown() throws Exception {
        try (var lab = new Lab()) {
            var api = start(lab);
            assertThat(Api.ask(api, "show backend\n")).contains("# name\n", "web\n");
            assertThat(Api.ask(api, "show servers conn web\n")).contains("web/s ");
            assertThat(Api.ask(api, "show env PATH\n")).isEqualTo("PATH=" + System.getenv("PATH") + "\n\n");
            assertThat(Api.ask(api, "show startup-logs\n")).contains("a word at the start");
            assertThat(Api.ask(api, "show version\n")).matches("\\d+\\.\\d+.*\n\n");
            assertThat(Api.ask(api, "help show env\n")).contains("show env [var]");
        }
    }

    @Test
    void aSessionIsAskedAndChanged() throws Exception {
        try (var lab = new Lab()) {
            var api = start(lab);
            assertThat(Api.ask(api, "echo a  b\n")).isEqualTo("a b\n\n");
            assertThat(Api.ask(api, "show cli level;operator;show cli level;user;show cli level\n"))
                    .containsSubsequence("admin\n", "operator\n", "user\n");
            assertThat(Api.ask(api, "show cli sockets\n")).contains(api + " admin ");
            assertThat(Api.ask(api, "set timeout cli 1h\n")).isEqualTo("\n");
            assertThat(Api.ask(api, "set timeout cli x\n")).isEqualTo("Invalid timeout value.\n\n");
        }
    }

    @Test
    void whatIsNotThereYetSaysSoAndTheSessionGoesOn() throws Exception {
        try (var lab = new Lab()) {
            var api = start(lab);
            for (var name : List.of("show errors", "show sess", "show pools", "show activity", "set maxconn global"))
                assertThat(Api.ask(api, name + " 1;echo more\n"))
                        .matches("'" + name + "' is known, but not there yet. It waits for [^.]+\\.\n\nmore\n\n");
            assertThat(Api.ask(api, "help\n"))
                    .startsWith("The following commands are valid at this level:\n")
                    .contains("\n  show info [", "\n  quit ")
                    .doesNotContain("show sess", "show errors");
            assertThat(Api.ask(api, "show nonsense\n")).startsWith("Unknown command: 'show nonsense', but maybe ");
        }
    }

    /** A socket of the API is enough for the loops to be measured. */
    @Test
    void loopsThatAreBusyAreNotIdle() throws Exception {
        try (var lab = new Lab()) {
            var api = lab.folder().resolve("api");
            var proxy = run(lab, api);
            assertThat(Api.ask(api, "show info typed\n")).containsPattern("\n49\\.Idle_pct\\.1:MaPV:u32:\\d+\n");
            var client = lab.client(proxy, "web");
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ZERO).until(() -> idle(api, client) < 100);
        }
    }

    /** While requests keep a loop busy. */
    private static int idle(Path api, KeepAliveClient client) throws Exception {
        for (var i = 0; i < 200; i++) client.get("/");
        var line = Api.ask(api, "show info\n")
                .lines()
                .filter(l -> l.startsWith("Idle_pct: "))
                .findFirst();
        return Integer.parseInt(line.orElseThrow().substring("Idle_pct: ".length()));
    }

    /** Starts the proxy, has one request through it, and gives the socket of its API. */
    private static Path start(Lab lab) throws Exception {
        var api = lab.folder().resolve("api");
        lab.client(run(lab, api), "web").get("/");
        return api;
    }

    private static Program run(Lab lab, Path api) throws Exception {
        lab.http("origin");
        return lab.start(Binary.headway(), """
                .notice "a word at the start"
                global
                    stats socket %s level admin
                defaults
                    mode http
                    timeout connect 5s
                    timeout client 20s
                    timeout server 20s
                listen web
                    bind 127.0.0.1:@web@
                    server s 127.0.0.1:@origin@ weight 4
                """.formatted(api));
    }

    /** A column of a row of {@code show stat}. */
    private static String field(Path api, String row, int column) throws Exception {
        var line = Api.ask(api, "show stat\n")
                .lines()
                .filter(l -> l.startsWith(row + ","))
                .findFirst();
        return line.orElseThrow().split(",")[column];
    }
}
