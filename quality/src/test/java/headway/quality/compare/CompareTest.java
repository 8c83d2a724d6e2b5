package headway.quality.compare;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import headway.testkit.Program;
import headway.testkit.SyslogSink;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every case of {@code compare/*.case} through the real HAProxy and through Headway with either engine, one process of each with a section a
 * case. What differs must stand in {@code compare/differences.tsv}. A case that seems to differ is played once more, with
 * more patience and little beside it, and that decides. {@code -Dheadway.compare.only=REGEX} plays some only, {@code -Dheadway.compare.show=true} tells what came.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareTest {
    private static final Duration QUIET = Duration.ofMillis(150);
    private static final Duration MORE_QUIET = Duration.ofMillis(600);
    private static final int AT_ONCE = 40;
    private static final int AGAIN_AT_ONCE = 6;

    /** So many connections that the ratios of descriptors, which end idle server connections early, stay out of it. */
    private static final String DEFAULTS = """
            global
                nbthread 1
                stats socket $API level admin
                maxconn 4000

            defaults
                mode http
                timeout connect 2s
                timeout client 10s
                timeout server 10s
                log 127.0.0.1:@log@ format raw local0
            """;

    /** One program with a server of its own for each case. */
    private record Side(String name, Lab lab, SyslogSink log, Program program, Map<String, CaseServer> servers) {
        Outcome play(Case played, Duration quiet) throws IOException, InterruptedException {
            CaseServer server = Objects.requireNonNull(servers.get(played.name()));
            return new CaseRun(
                            played,
                            server,
                            log,
                            new Counted(lab.folder().resolve("api")),
                            program.port(played.name()),
                            quiet)
                    .outcome();
        }
    }

    private final List<Case> cases;
    private final Differences differences;
    private final List<Side> sides = new ArrayList<>();
    private final Map<String, List<String>> complaints = new HashMap<>();

    CompareTest() throws IOException, URISyntaxException {
        Pattern only = Pattern.compile(System.getProperty("headway.compare.only", ""));
        cases = Case.allIn(folder()).stream()
                .filter(c -> only.matcher(c.name()).find())
                .toList();
        differences = new Differences(folder().resolve("differences.tsv"));
    }

    @BeforeAll
    void playEverything() throws IOException, InterruptedException, ExecutionException, URISyntaxException {
        Binary real = Binary.haproxy().orElse(null);
        Assumptions.assumeTrue(real != null, "haproxy is not installed: nothing to compare with");
        sides.add(start(Objects.requireNonNull(real)));
        sides.add(start(Binary.headway()));
        sides.add(start(Binary.headway().with("-de")));
        playAll(cases, AT_ONCE, QUIET);
        playAll(cases.stream().filter(this::isOpen).toList(), AGAIN_AT_ONCE, MORE_QUIET);
    }

    private void playAll(List<Case> some, int atOnce, Duration quiet) throws InterruptedException, ExecutionException {
        Map<String, Future<List<String>>> running = new HashMap<>();
        try (ExecutorService few = Executors.newFixedThreadPool(atOnce)) {
            for (Case played : some) {
                running.put(played.name(), few.submit(() -> compare(played, quiet)));
            }
        }
        for (Map.Entry<String, Future<List<String>>> entry : running.entrySet()) {
            complaints.put(entry.getKey(), entry.getValue().get());
        }
    }

    private boolean isOpen(Case played) {
        return !Objects.requireNonNull(complaints.get(played.name())).isEmpty();
    }

    @AfterAll
    void stopBoth() throws IOException {
        for (Side side : sides) {
            side.lab().close();
        }
    }

    @TestFactory
    Stream<DynamicTest> bothDoTheSame() {
        return cases.stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.name() + ": " + c.shows(),
                        () -> assertThat(complaints.get(c.name())).isEmpty()));
    }

    @Test
    void everyEntryOfTheTableNamesACase() {
        Assumptions.assumeTrue(System.getProperty("headway.compare.only") == null, "only some are played");
        assertThat(cases.stream().map(Case::name))
                .containsAll(differences.entries().stream()
                        .map(Differences.Entry::name)
                        .toList());
    }

    @Test
    void namesOfCasesAreUnique() {
        Assumptions.assumeTrue(System.getProperty("headway.compare.only") == null, "only some are played");
        assertThat(cases.stream().map(Case::name)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(120);
    }

    private List<String> compare(Case played, Duration quiet) throws IOException, InterruptedException {
        Outcome theirs = sides.getFirst().play(played, quiet);
        List<String> complaints = new ArrayList<>();
        for (Side side : sides.subList(1, sides.size())) {
            Outcome ours = side.play(played, quiet);
            if (Boolean.getBoolean("headway.compare.show")) {
                System.out.println("=== " + played.name() + "\n" + theirs + "\n" + ours);
            }
            differences.complaints(played.name(), theirs, ours).forEach(c -> complaints.add(side.name() + ": " + c));
        }
        return complaints;
    }

    private Side start(Binary binary) throws IOException, InterruptedException, URISyntaxException {
        Lab lab = new Lab();
        SyslogSink log = lab.syslog("log");
        Map<String, CaseServer> servers = new HashMap<>();
        for (Case played : cases) {
            servers.put(played.name(), new CaseServer(lab, played.serverPort()));
        }
        String sections = cases.stream().map(Case::section).collect(Collectors.joining());
        String files = folder().resolve("files").toString();
        String name = binary.name() + String.join(" ", binary.options());
        Path api = lab.folder().resolve("api");
        Program program =
                lab.start(binary, DEFAULTS.replace("$API", api.toString()) + sections.replace("$FILES", files));
        while (!Files.exists(api)) Thread.sleep(5); // it opens last
        return new Side(name, lab, log, program, servers);
    }

    private static Path folder() throws URISyntaxException {
        URL url = Objects.requireNonNull(CompareTest.class.getResource("/compare/differences.tsv"));
        return Objects.requireNonNull(Path.of(url.toURI()).getParent());
    }
}
