package headway.quality.counts;

import headway.testkit.Binary;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is counted of a request that is denied, tried again, kept waiting or given up; the real program counts the same. */
class CountsTest {
    private static final String HEAD = """
            global
                nbthread 1
                stats socket $API level admin
            defaults
                mode http
                timeout connect 300ms
                timeout client 20s
                timeout server 20s
                timeout queue 20s
                option abortonclose
                balance roundrobin
            """;
    private static final String COOKIE = "cookie: C=a";

    private static final String RULES = HEAD + """
            frontend front
                bind 127.0.0.1:@front@
                timeout tarpit 50ms
                http-request set-var(txn.path) path
                http-request deny if { path /deny }
                http-request return status 200 if { path /return }
                http-request redirect location / if { path /redirect }
                http-request reject if { path /reject }
                http-request tarpit if { path /tarpit }
                http-response deny if { var(txn.path) -m str /deny-answer }
                monitor-uri /alive
                default_backend back
            backend back
                http-request deny if { path /back-deny }
                http-request return status 200 if { path /back-return }
                http-request reject if { path /back-reject }
                http-request tarpit if { path /back-tarpit }
                http-response deny if { var(txn.path) -m str /back-deny-answer }
                server a 127.0.0.1:@a@
            """;

    private static final String ATTEMPTS = HEAD + """
            listen same
                bind 127.0.0.1:@same@
                retries 2
                server d 127.0.0.1:@dead@
            listen elsewhere
                bind 127.0.0.1:@elsewhere@
                retries 2
                option redispatch
                server d 127.0.0.1:@dead@
                server a 127.0.0.1:@a@
            listen meant
                bind 127.0.0.1:@meant@
                retries 2
                option redispatch
                cookie C
                server d 127.0.0.1:@dead@ cookie a
                server a 127.0.0.1:@a@ cookie b
            listen left
                bind 127.0.0.1:@left@
                timeout connect 5s
                retries 2
                server d 127.0.0.1:@dead@
            listen ruled
                bind 127.0.0.1:@ruled@
                use-server b if { path / }
                server a 127.0.0.1:@a@
                server b 127.0.0.1:@b@
            listen nobody
                bind 127.0.0.1:@nobody@
                server d 127.0.0.1:@dead@ disabled
            """;

    private static final String QUEUES = HEAD + """
            listen any
                bind 127.0.0.1:@any@
                server a 127.0.0.1:@a@ maxconn 1
            listen hashed
                bind 127.0.0.1:@hashed@
                balance source
                server a 127.0.0.1:@a@ maxconn 1
            listen meant
                bind 127.0.0.1:@meant@
                cookie C
                server a 127.0.0.1:@a@ cookie a maxconn 1
                server b 127.0.0.1:@b@ cookie b maxconn 1
            listen late
                bind 127.0.0.1:@late@
                timeout queue 50ms
                cookie C
                server a 127.0.0.1:@a@ cookie a maxconn 1
                server b 127.0.0.1:@b@ cookie b maxconn 1
            listen full
                bind 127.0.0.1:@full@
                option redispatch
                cookie C
                server a 127.0.0.1:@a@ cookie a maxconn 1 maxqueue 1
                server b 127.0.0.1:@b@ cookie b
            listen stuck
                bind 127.0.0.1:@stuck@
                cookie C
                server a 127.0.0.1:@a@ cookie a maxconn 1 maxqueue 1
            """;

    static Stream<Binary> programs() {
        return Stream.concat(
                Binary.haproxy().stream(),
                Stream.of(Binary.headway(), Binary.headway().with("-de")));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void rulesOfFrontendAndBackend(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, RULES)) {
            var once = " conn_tot=1 h1_total_connections=1 h1_total_streams=1";
            it.expect(
                    "fine",
                    it.get("front", "/", 200),
                    "front FRONTEND stot=1 hrsp_2xx=1 req_tot=1" + once,
                    "back a stot=1 lbtot=1 hrsp_2xx=1 req_tot=1 connect=1",
                    "back BACKEND stot=1 lbtot=1 hrsp_2xx=1 req_tot=1 connect=1 h1_total_connections=1 h1_total_streams=1");
            it.expect(
                    "deny",
                    it.get("front", "/deny", 403),
                    "front FRONTEND stot=1 dreq=1 hrsp_4xx=1 req_tot=1" + once,
                    "back a",
                    "back BACKEND");
            it.expect(
                    "return",
                    it.get("front", "/return", 200),
                    "front FRONTEND stot=1 hrsp_2xx=1 req_tot=1 conn_tot=1 intercepted=1 h1_total_connections=1 h1_total_streams=1",
                    "back BACKEND");
            it.expect(
                    "redirect",
                    it.get("front", "/redirect", 302),
                    "front FRONTEND stot=1 hrsp_3xx=1 req_tot=1 conn_tot=1 intercepted=1 h1_total_connections=1 h1_total_streams=1",
                    "back BACKEND");
            it.expect(
                    "monitor",
                    it.get("front", "/alive", 200),
                    "front FRONTEND stot=1 hrsp_2xx=1 req_tot=1 conn_tot=1 intercepted=1 h1_total_connections=1 h1_total_streams=1",
                    "back BACKEND");
            it.expect(
                    "reject",
                    () -> it.getting("front", "/reject"),
                    "front FRONTEND stot=1 dreq=1 hrsp_other=1 req_tot=1" + once,
                    "back BACKEND");
            it.expect(
                    "tarpit",
                    it.get("front", "/tarpit", 500),
                    "front FRONTEND stot=1 dreq=1 hrsp_5xx=1 req_tot=1" + once,
                    "back BACKEND");
            it.expect(
                    "deny of the answer",
                    it.get("front", "/deny-answer", 502),
                    "front FRONTEND stot=1 dresp=1 hrsp_5xx=1 req_tot=1" + once,
                    "back a stot=1 dresp=1 lbtot=1 hrsp_2xx=1 req_tot=1 connect=1",
                    "back BACKEND stot=1 dresp=1 lbtot=1 hrsp_5xx=1 req_tot=1 connect=1 h1_total_connections=1 h1_total_streams=1");
            rulesOfBackend(it);
        }
    }

    private static void rulesOfBackend(Counting it) throws IOException, InterruptedException {
        var once = " conn_tot=1 h1_total_connections=1 h1_total_streams=1";
        it.expect(
                "deny behind",
                it.get("front", "/back-deny", 403),
                "front FRONTEND stot=1 dreq=1 hrsp_4xx=1 req_tot=1" + once,
                "back a",
                "back BACKEND stot=1 dreq=1 hrsp_4xx=1 req_tot=1");
        it.expect(
                "return behind",
                it.get("front", "/back-return", 200),
                "front FRONTEND stot=1 hrsp_2xx=1 req_tot=1" + once,
                "back BACKEND stot=1 hrsp_2xx=1 req_tot=1");
        it.expect(
                "reject behind",
                () -> it.getting("front", "/back-reject"),
                "front FRONTEND stot=1 dreq=1 hrsp_other=1 req_tot=1" + once,
                "back BACKEND stot=1 dreq=1 hrsp_other=1 req_tot=1");
        it.expect(
                "tarpit behind",
                it.get("front", "/back-tarpit", 500),
                "front FRONTEND stot=1 dreq=1 hrsp_5xx=1 req_tot=1" + once,
                "back BACKEND stot=1 dreq=1 hrsp_5xx=1 req_tot=1");
        it.expect(
                "no request",
                () -> it.sending("front", "no request\r\n\r\n"),
                "front FRONTEND stot=1 ereq=1 hrsp_4xx=1 req_tot=1" + once,
                "back BACKEND");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void rulesOfConnections(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, HEAD + """
                defaults
                    mode tcp
                    timeout connect 300ms
                    timeout client 20s
                    timeout server 20s
                frontend connections
                    bind 127.0.0.1:@connections@
                    tcp-request connection reject
                frontend sessions
                    bind 127.0.0.1:@sessions@
                    tcp-request session reject
                frontend front
                    bind 127.0.0.1:@front@
                    tcp-request inspect-delay 5s
                    tcp-request content reject if { req.payload(0,1) -m str x }
                    default_backend back
                backend back
                    tcp-request inspect-delay 5s
                    tcp-request content reject if { req.payload(0,1) -m str y }
                    server a 127.0.0.1:@a@
                """)) {
            it.expect("connection", () -> it.sending("connections", "x"), "connections FRONTEND conn_tot=1 dcon=1");
            it.expect("session", () -> it.sending("sessions", "x"), "sessions FRONTEND conn_tot=1 dses=1");
            it.expect(
                    "content",
                    () -> it.sending("front", "x"),
                    "front FRONTEND stot=1 dreq=1 conn_tot=1",
                    "back BACKEND");
            it.expect(
                    "content behind",
                    () -> it.sending("front", "y"),
                    "front FRONTEND stot=1 dreq=1 conn_tot=1",
                    "back BACKEND stot=1");
            it.expect(
                    "let through",
                    it.get("front", "/", 200),
                    "front FRONTEND stot=1 conn_tot=1",
                    "back a stot=1 lbtot=1 connect=1",
                    "back BACKEND stot=1 lbtot=1 connect=1");
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void attempts(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, ATTEMPTS)) {
            var once = " conn_tot=1 h1_total_connections=1 h1_total_streams=1";
            it.expect(
                    "on the same server",
                    it.get("same", "/", 503),
                    "same FRONTEND stot=1 hrsp_5xx=1 req_tot=1" + once,
                    "same d stot=3 econ=1 wretr=2 lbtot=1 connect=3",
                    "same BACKEND stot=1 econ=1 wretr=2 lbtot=1 hrsp_5xx=1 req_tot=1 connect=3 h1_total_connections=3 h1_total_streams=3");
            it.expect(
                    "on another",
                    it.get("elsewhere", "/", 200),
                    "elsewhere d stot=1 wredis=1 lbtot=1 connect=1",
                    "elsewhere a stot=1 lbtot=1 hrsp_2xx=1 req_tot=1 connect=1",
                    "elsewhere BACKEND stot=1 wredis=1 lbtot=2 hrsp_2xx=1 req_tot=1 connect=2 h1_total_connections=2 h1_total_streams=2");
            it.expect(
                    "on another in the end",
                    it.get("meant", "/", 200, COOKIE),
                    "meant d stot=2 wretr=1 wredis=1 connect=2",
                    "meant a stot=1 lbtot=1 hrsp_2xx=1 req_tot=1 connect=1");
            it.expect(
                    "left between two",
                    () -> {
                        var client = it.getting("left", "/");
                        Counting.until(() -> it.figure("left", "d", "wretr") == 1);
                        client.reset();
                    },
                    "left d stot=1 wretr=1 lbtot=1 cli_abrt=1 connect=1");
            it.expect(
                    "by a rule", it.get("ruled", "/", 200), "ruled a", "ruled b stot=1 hrsp_2xx=1 req_tot=1 connect=1");
            it.expect(
                    "no server",
                    it.get("nobody", "/", 503),
                    "nobody d",
                    "nobody BACKEND stot=1 econ=1 hrsp_5xx=1 req_tot=1");
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void queues(Binary binary) throws IOException, InterruptedException {
        try (var it = new Counting(binary, QUEUES)) {
            var twice = "hrsp_2xx=2 req_tot=2";
            it.expect(
                    "for any server",
                    () -> waited(it, "any", "BACKEND"),
                    "any a stot=2 lbtot=1 " + twice + " connect=2",
                    "any BACKEND stot=2 lbtot=1 " + twice + " connect=2 h1_total_connections=2 h1_total_streams=2");
            it.expect(
                    "for a server that was chosen",
                    () -> waited(it, "hashed", "a"),
                    "hashed a stot=2 lbtot=2 " + twice + " connect=2");
            it.expect(
                    "for a server that was meant",
                    () -> waited(it, "meant", "a", COOKIE),
                    "meant a stot=2 " + twice + " connect=2");
            it.expect(
                    "in vain",
                    () -> {
                        it.holding("late", COOKIE);
                        it.answered(it.getting("late", "/", COOKIE), 503);
                    },
                    "late a stot=1 econ=1 connect=1",
                    "late BACKEND stot=2 econ=1 hrsp_5xx=1 req_tot=1 connect=1 h1_total_connections=1 h1_total_streams=1");
            it.expect(
                    "another server, the queue being full",
                    () -> {
                        it.holding("full", COOKIE);
                        it.getting("full", "/", COOKIE);
                        it.untilQueued("full", "a", 1);
                        it.answered(it.getting("full", "/", COOKIE), 200);
                    },
                    "full a stot=1 wredis=1 connect=1",
                    "full b stot=1 lbtot=1 hrsp_2xx=1 req_tot=1 connect=1");
            it.expect(
                    "no other server",
                    () -> {
                        it.holding("stuck", COOKIE);
                        it.getting("stuck", "/", COOKIE);
                        it.untilQueued("stuck", "a", 1);
                        it.answered(it.getting("stuck", "/", COOKIE), 503);
                    },
                    "stuck a stot=1 econ=1 connect=1",
                    "stuck BACKEND stot=3 econ=1 hrsp_5xx=1 req_tot=1 connect=1 h1_total_connections=1 h1_total_streams=1");
            leaversOfQueues(it);
        }
    }

    private static void leaversOfQueues(Counting it) throws IOException, InterruptedException {
        it.expect(
                "left by half a close",
                () -> {
                    var client = it.getting("meant", "/", COOKIE);
                    it.answered(client, 200);
                    it.holding("meant", COOKIE);
                    var second = it.getting("meant", "/", COOKIE);
                    it.untilQueued("meant", "a", 1);
                    second.finish();
                    it.untilQueued("meant", "a", 0);
                },
                "meant a stot=2 hrsp_2xx=1 req_tot=1 connect=2");
        it.expect(
                "left by a reset",
                () -> {
                    var client = it.getting("meant", "/", COOKIE);
                    it.untilQueued("meant", "a", 1);
                    client.reset();
                },
                "meant a cli_abrt=1",
                "meant BACKEND stot=1 hrsp_other=1 req_tot=1 cli_abrt=1");
    }

    /** Two requests, of which the second waits until the first is answered. */
    private static void waited(Counting it, String proxy, String row, String... fields)
            throws IOException, InterruptedException {
        var first = it.holding(proxy, fields);
        var second = it.getting(proxy, "/", fields);
        it.untilQueued(proxy, row, 1);
        it.letGo();
        it.answered(first, 200);
        it.answered(second, 200);
    }
}
