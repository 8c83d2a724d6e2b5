package headway.traffic.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import headway.base.units.Address;
import headway.language.model.Check;
import headway.language.model.HttpCheck;
import headway.testkit.HttpAnswer;
import headway.testkit.HttpServer;
import headway.testkit.Lab;
import headway.traffic.server.Farm;
import headway.traffic.server.OperationalState;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import headway.traffic.server.TestLoops;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.SocketOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against real servers; the words are those that HAProxy 2.6 was watched to write. */
class HealthCheckTest {
    private static final long MILLI = 1_000_000;
    private static final String COUNTS =
            " 0 active and 0 backup servers left. 0 sessions active, 0 requeued, 0 remaining in queue.";

    private final TestLoops loops = new TestLoops(1);
    private final Farm farm = new Farm(1).server(1, 0);
    private final ServerGroup group = farm.group();
    private final Server server = group.servers().getFirst();

    @AfterEach
    void stop() {
        loops.close();
    }

    private void check(int port, @Nullable HttpCheck http, boolean logs) {
        var loop = loops.all.getFirst();
        server.target(new ConnectTarget(new Address.Inet(new byte[] {127, 0, 0, 1}, port), null, SocketOptions.NONE));
        var check = new Check(true, 30 * MILLI, -1, -1, 2, 3, null, 0);
        var settings = new Settings(check, http == null ? null : new Probe(http), 1_000 * MILLI, 200 * MILLI, 0, logs);
        var checking = new HealthCheck(server, settings, loop, new Random(1));
        loop.send(() -> checking.start(0));
    }

    private static HttpCheck options(List<HttpCheck.StatusRange> expected, boolean negated, boolean disableOn404) {
        return new HttpCheck("OPTIONS", "/", "HTTP/1.0", null, List.of(), expected, negated, disableOn404);
    }

    private void awaitState(OperationalState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> server.state().operational() == state);
    }

    /** What was logged, without the durations, once there are that many lines. */
    private List<String> log(int lines) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            synchronized (group) {
                return farm.log.size() >= lines;
            }
        });
        synchronized (group) {
            return farm.log.stream()
                    .limit(lines)
                    .map(line -> line.replaceAll("duration: [0-9]+ms", "duration: Nms"))
                    .toList();
        }
    }

    @Test
    void theFirstRefusedConnectionTakesAServerDown() {
        check(Lab.freePort(), null, false);
        awaitState(OperationalState.STOPPED);
        assertThat(log(2))
                .containsExactly(
                        "ALERT Server b/s1 is DOWN, reason: Layer4 connection problem, info: \"Connection refused\","
                                + " check duration: Nms." + COUNTS,
                        "EMERG backend b has no server available!");
        assertThat(server.check().status().code()).isEqualTo("L4CON");
    }

    @Test
    void everyCheckIsLoggedWhenAskedForUntilNothingChanges() throws IOException {
        try (var up = HttpServer.named("up")) {
            check(up.port(), null, true);
            assertThat(log(1))
                    .containsExactly(
                            "NOTICE Health check for server b/s1 succeeded, reason: Layer4 check passed, check duration: Nms, status: 3/3 UP.");
            up.sockets().kill();
            assertThat(log(6).subList(1, 6))
                    .containsExactly(
                            failed("2/3 UP"),
                            failed("1/3 UP"),
                            failed("0/2 DOWN"),
                            "ALERT Server b/s1 is DOWN." + COUNTS,
                            "EMERG backend b has no server available!");
            up.sockets().restart();
            assertThat(log(9).subList(6, 9))
                    .containsExactly(
                            "NOTICE Health check for server b/s1 succeeded, reason: Layer4 check passed, check duration: Nms, status: 1/2 DOWN.",
                            "NOTICE Health check for server b/s1 succeeded, reason: Layer4 check passed, check duration: Nms, status: 3/3 UP.",
                            "NOTICE Server b/s1 is UP. 1 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.");
        }
    }

    private static String failed(String status) {
        return "NOTICE Health check for server b/s1 failed, reason: Layer4 connection problem, info: \"Connection refused\","
                + " check duration: Nms, status: " + status + ".";
    }

    @Test
    void aResponseDecidesByItsStatus() throws IOException {
        var answer = new AtomicReference<>("HTTP/1.0 200 OK\r\n\r\n");
        try (var web = new HttpServer("web", _ -> HttpAnswer.raw(answer.get()).then(HttpAnswer.Afterwards.CLOSE))) {
            check(web.port(), options(List.of(), false, false), false);
            await().until(() -> web.requests().size() > 1);
            assertThat(web.requests().getFirst().message().startLine()).isEqualTo("OPTIONS / HTTP/1.0");
            answer.set("HTTP/1.0 503 Busy\r\n\r\n");
            awaitState(OperationalState.STOPPED);
            assertThat(log(1))
                    .containsExactly(
                            "ALERT Server b/s1 is DOWN, reason: Layer7 wrong status, code: 503, info: \"Busy\","
                                    + " check duration: Nms." + COUNTS);
            answer.set("HTTP/1.1 302 Found\r\n\r\n");
            awaitState(OperationalState.RUNNING);
            assertThat(log(3))
                    .last()
                    .isEqualTo("NOTICE Server b/s1 is UP, reason: Layer7 check passed, code: 302, check duration: Nms."
                            + " 1 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.");
        }
    }

    @Test
    void whatIsNotHttpIsAnInvalidResponse() throws IOException {
        try (var web = new HttpServer("web", _ -> HttpAnswer.raw("hello world\r\n\r\n"))) {
            check(web.port(), options(List.of(), false, false), false);
            awaitState(OperationalState.STOPPED);
            assertThat(log(1))
                    .containsExactly("ALERT Server b/s1 is DOWN, reason: Layer7 invalid response, check duration: Nms."
                            + COUNTS);
        }
    }

    @Test
    void aConnectionClosedWithoutAnAnswerIsAnInvalidResponse() throws IOException {
        try (var web = new HttpServer("web", _ -> HttpAnswer.closing())) {
            check(web.port(), options(List.of(), false, false), false);
            awaitState(OperationalState.STOPPED);
            assertThat(server.check().status().code()).isEqualTo("L7RSP");
        }
    }

    @Test
    void silenceIsATimeout() throws IOException {
        try (var web = new HttpServer("web", _ -> HttpAnswer.ok("late").after(Duration.ofSeconds(5)))) {
            check(web.port(), options(List.of(), false, false), false);
            awaitState(OperationalState.STOPPED);
            assertThat(server.check().status().code()).isEqualTo("L7TOUT");
            assertThat(log(1))
                    .containsExactly(
                            "ALERT Server b/s1 is DOWN, reason: Layer7 timeout, check duration: Nms." + COUNTS);
        }
    }

    @Test
    void a404MayMeanThatItWantsNoNewSessions() throws IOException {
        try (var web = new HttpServer("web", _ -> HttpAnswer.raw("HTTP/1.0 404 Not Found\r\n\r\n"))) {
            check(web.port(), options(List.of(), false, true), false);
            awaitState(OperationalState.STOPPING);
            assertThat(log(1))
                    .containsExactly(
                            "NOTICE Server b/s1 is stopping, reason: Layer7 check conditionally passed, code: 404,"
                                    + " check duration: Nms. 0 active and 0 backup servers online. 0 sessions requeued, 0 total in queue.");
        }
    }

    @Test
    void nothingIsCheckedDuringMaintenance() throws IOException {
        try (var web = HttpServer.named("web")) {
            group.changes().maint(server);
            check(web.port(), null, false);
            var pauses = new TestPause(loops, 200 * MILLI);
            pauses.await();
            assertThat(web.accepted()).isZero();
            group.changes().ready(server);
            await().until(() -> web.accepted() > 0);
        }
    }

    @Test
    void theRequestIsWrittenAsHaproxyWritesIt() {
        var check = new HttpCheck(
                "GET", "/y", "HTTP/1.1", "foo", List.of(new HttpCheck.Field("X-A", "b")), List.of(), false, false);
        assertThat(Probe.text(check)).isEqualTo("GET /y HTTP/1.1\r\nhost: foo\r\nx-a: b\r\nconnection: close\r\n\r\n");
    }
}
