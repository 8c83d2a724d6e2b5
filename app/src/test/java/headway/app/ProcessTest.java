package headway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import headway.testkit.Lab;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: exit codes, what it says, how it ends, and its runtime API, over real sockets. */
class ProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();
    private int port;

    @BeforeEach
    void configure() throws IOException {
        port = Lab.freePort();
        writeFile("60s");
        Files.writeString(
                folder.resolve("warn.cfg"),
                "listen main\n mode http\n bind 127.0.0.1:" + port + "\n server s1 127.0.0.1:1\n");
        Files.writeString(folder.resolve("bad.cfg"), "listen main\n bindd 127.0.0.1:" + port + "\n");
    }

    private void writeFile(String hardStop) throws IOException {
        Files.writeString(folder.resolve("ok.cfg"), """
                global
                    stats socket %s level admin mode 600
                    hard-stop-after %s
                defaults
                    mode http
                    timeout client 20s
                    timeout server 20s
                    timeout connect 5s
                listen main
                    id 7
                    bind 127.0.0.1:%d
                    balance roundrobin
                    server s1 127.0.0.1:1 weight 4
                """.formatted(folder.resolve("api"), hardStop, port));
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aSocketOfTheRuntimeApiIsAListener() throws Exception {
        Files.writeString(folder.resolve("api.cfg"), "global\n stats socket " + folder.resolve("s") + "\n");
        assertThat(said("-c", "-V", "-f", "api.cfg")).isEqualTo("0 Configuration file is valid\n");
    }

    @Test
    void rulesOfDefaultsNameServersWithTheirBackend() throws Exception {
        var file = """
                defaults many
                  mode http
                  timeout connect 1s
                  timeout client 1s
                  timeout server 1s
                  http-request set-header a %%[srv_conn(%s)]
                backend web from many
                  server s 127.0.0.1:80
                defaults
                  mode http
                  timeout connect 1s
                  timeout client 1s
                  timeout server 1s
                listen in
                  bind :8080
                  use_backend web if TRUE
                """;
        Files.writeString(folder.resolve("short.cfg"), file.formatted("s"));
        Files.writeString(folder.resolve("whole.cfg"), file.formatted("web/s"));
        assertThat(said("-c", "-f", "short.cfg")).startsWith("1 ").contains("backend name must be set");
        assertThat(said("-c", "-f", "whole.cfg")).isEqualTo("0 ");
    }

    @Test
    void checksEndWithTheCodesOfHaproxy() throws Exception {
        assertThat(said("-c", "-V", "-f", "ok.cfg")).isEqualTo("0 Configuration file is valid\n");
        assertThat(said("-c", "-f", "ok.cfg")).isEqualTo("0 ");
        assertThat(said("-c", "-q", "-f", "bad.cfg")).isEqualTo("1 ");
        assertThat(said("-c", "-f", "/dev/null")).startsWith("2 Configuration file has no error but will not start");
        assertThat(said("-c", "-f", "warn.cfg"))
                .startsWith("0 [NOTICE]   (")
                .contains("[WARNING]  (", "missing timeouts");
        assertThat(said("-dW", "-c", "-f", "warn.cfg"))
                .startsWith("1 ")
                .endsWith("config : Some warnings were found and 'zero-warning' is set. Aborting.\n");
    }

    @Test
    void aMistakeIsNamedWithItsLine() throws Exception {
        assertThat(said("-f", "bad.cfg").lines())
                .anyMatch(
                        l -> l.matches(
                                "\\[ALERT]    \\(\\d+\\) : config : parsing \\[bad.cfg:2] : unknown keyword 'bindd' in 'listen' section; did you mean 'bind' maybe \\?"))
                .anyMatch(l -> l.endsWith("config : Error(s) found in configuration file : bad.cfg"))
                .anyMatch(l -> l.endsWith("config : Fatal errors found in configuration."));
        assertThat(said("-f", "nofile"))
                .contains("Cannot open configuration file/directory nofile : No such file or directory");
        assertThat(said("-W", "-f", "ok.cfg")).startsWith("1 ").contains("'-W' is known, but not there yet");
    }

    @Test
    void aWordThatIsNoOptionIsNamedAboveTheUsage() throws Exception {
        assertThat(said("-zz"))
                .startsWith("1 HAProxy version 3.5")
                .contains("\nhaproxy: unknown option '-zz'.\nUsage : haproxy");
        assertThat(said("-vqx", "-f", "ok.cfg"))
                .contains("\nhaproxy: unknown option '-vqx'. Did you mean '-vq' maybe ?\nUsage : ");
        assertThat(said("ok.cfg"))
                .startsWith("1 ")
                .contains("\nhaproxy: 'ok.cfg' is no option. Did you mean '-f ok.cfg' maybe ?\nUsage : ");
        assertThat(said("-n")).startsWith("1 ").contains("\nhaproxy: '-n' expects <maxconn>.\nUsage : ");
        assertThat(said()).startsWith("1 ").contains("\nhaproxy: there is no configuration file: -f names it.\nUsage");
    }

    @Test
    void conditionsAreAnsweredByTheExitCode() throws Exception {
        assertThat(said("-cc", "version_atleast(2.6) && streq(a,a)")).isEqualTo("0 ");
        assertThat(said("-cc", "feature(NOPE)")).isEqualTo("1 ");
        assertThat(said("-dS", "-cc", "enabled(SPLICE)")).isEqualTo("1 ");
        assertThat(said("-cc", "nonsense(")).startsWith("2 ").contains("Failed to evaluate condition");
    }

    @Test
    void interruptAndTerminateEndItByThatSignal() throws Exception {
        // Java reports death by a signal as 128 and its number; an exit with that code cannot be told apart, so the
        // shell is asked.
        for (var signal : List.of("INT", "TERM")) {
            var process = listening("-f", "ok.cfg");
            kill(signal, process);
            assertThat(end(process)).isEqualTo(signal.equals("INT") ? 130 : 143);
            assertThat(deathOf(signal)).isEqualTo("-" + (signal.equals("INT") ? 2 : 15));
        }
    }

    @Test
    void aSoftStopEndsWithNought() throws Exception {
        var process = listening("-f", "ok.cfg");
        kill("USR1", process);
        assertThat(end(process)).isZero();
        assertThat(text(process))
                .contains("[WARNING]  (" + process.pid() + ") : Proxy main stopped (cumulated conns: FE: ");
    }

    @Test
    void aHardStopFollowsWhenSomethingIsLeft() throws Exception {
        writeFile("200ms");
        var process = listening("-f", "ok.cfg");
        try (var client = new Socket("127.0.0.1", port)) {
            client.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            awaitClients(1);
            kill("USR1", process);
            assertThat(end(process)).isZero();
            assertThat(text(process))
                    .contains(
                            "soft-stop running for too long",
                            "Proxy main hard-stopped (1 remaining conns will be closed).");
        }
    }

    @Test
    void otherSignalsDoNotHarm() throws Exception {
        var process = listening("-f", "ok.cfg");
        for (var signal : List.of("HUP", "PIPE", "USR2", "QUIT")) kill(signal, process);
        awaitText("SIGUSR2 received");
        awaitText("SIGHUP: Server main/s1 is UP.");
        // The JVM has a thread for each signal: only one that has been seen to is surely before the next.
        kill("TTOU", process);
        awaitText("Paused frontend main.");
        kill("TTIN", process);
        awaitText("Resumed frontend main.");
        kill("USR1", process);
        assertThat(end(process)).isZero();
        assertThat(text(process))
                .contains(
                        "SIGHUP: Server main/s1 is UP. Conn: 0 act, 0 pend, 0 tot.",
                        "Paused frontend main.",
                        "Resumed frontend main.",
                        "SIGUSR2 received");
    }

    @Test
    void aDaemonReturnsOnceItListensAndLeavesItsNumber() throws Exception {
        var pidFile = folder.resolve("pid");
        assertThat(said("-D", "-p", pidFile.toString(), "-f", "ok.cfg")).isEqualTo("0 ");
        var daemon = ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
        try (var client = new Socket("127.0.0.1", port)) {
            assertThat(client.isConnected()).isTrue();
            assertThat(Path.of("/proc/" + daemon.pid() + "/comm")).hasContent("haproxy");
        } finally {
            daemon.destroy();
        }
        assertThat(said("-D", "-p", "/nonexistent/pid", "-f", "ok.cfg"))
                .startsWith("1 ")
                .contains("Cannot create pidfile /nonexistent/pid");
    }

    @Test
    void aNewProcessTakesOverFromAnOldOne() throws Exception {
        var old = listening("-f", "ok.cfg");
        var young = start("-f", "ok.cfg", "-sf", Long.toString(old.pid()));
        assertThat(end(old)).isZero();
        try (var client = new Socket("127.0.0.1", port)) {
            assertThat(client.isConnected()).isTrue();
        }
        assertThat(young.isAlive()).isTrue();
    }

    @Test
    void theRuntimeApiAnswersALineAndCloses() throws Exception {
        listening("-f", "ok.cfg");
        assertThat(ask("show version\n")).startsWith("3.5.0-").endsWith("\n\n");
        assertThat(ask("show stat -1 4 -1 typed\n"))
                .contains("S.7.1.0.pxname.1:KNSV:str:main\n", "S.7.1.17.status.1:SGPV:str:no check\n");
        assertThat(ask("show stat\n"))
                .startsWith("# pxname,svname,qcur,")
                .contains("\nmain,FRONTEND,", "\nmain,s1,", "\nmain,BACKEND,");
        assertThat(ask("show stat typed\n"))
                .containsPattern(
                        "F\\.7\\.0\\.\\d+\\.h1_spliced_bytes_in\\.1:MCPV:u64:0\nF\\.7\\.0\\.\\d+\\.h1_spliced_bytes_out\\.1:MCPV:u64:0");
        assertThat(ask("show info\n")).startsWith("Name: HAProxy\n").contains("\nMaxconn: ", "\nTotalWarnings: ");
        assertThat(ask("nonsense\n")).startsWith("Unknown command: 'nonsense', but maybe");
        assertThat(ask("show table\n"))
                .isEqualTo("'show table' is known, but not there yet. It waits for stick tables.\n\n");
        assertThat(ask("user;show env\n")).isEqualTo("\nPermission denied\n\n");
    }

    @Test
    void theRuntimeApiChangesServers() throws Exception {
        listening("-f", "ok.cfg");
        assertThat(ask("set server main/s1 weight 50%;get weight main/s1\n")).isEqualTo("\n2 (initial 4)\n\n");
        assertThat(ask("set server main/s1 weight 257\n"))
                .isEqualTo("Absolute weight can only be between 0 and 256 inclusive.\n\n");
        assertThat(ask("set server main/s1 state maint;show servers state main\n"))
                .containsPattern("7 main 1 s1 127\\.0\\.0\\.1 0 1 2 4 ");
        assertThat(ask("set server main/s1 state ready;show servers state main\n"))
                .containsPattern("7 main 1 s1 127\\.0\\.0\\.1 2 0 2 4 ");
        assertThat(ask("set server main/no state ready\n")).isEqualTo("No such server.\n\n");
        assertThat(ask("set server no/s1 state ready\n")).isEqualTo("No such backend.\n\n");
    }

    @Test
    void theRuntimeApiPromptsAndTakesPayloads() throws Exception {
        listening("-f", "ok.cfg");
        assertThat(ask("prompt\nget weight main/s1\nquit\n")).isEqualTo("\n> 4 (initial 4)\n\n> ");
        assertThat(ask("add map x <<\na b\n\n"))
                .isEqualTo(
                        "'add map' is known, but not there yet. It waits for the later commands of the runtime API.\n\n");
        assertThat(ask("prompt i\nget weight main/s1\n")).isEqualTo("\n4 (initial 4)\n\n");
        assertThat(ask("get weight main/s1")).isEmpty();
    }

    /** What the kernel says of a process that was killed while it listened, by a parent that can read it. */
    private String deathOf(String signal) throws Exception {
        assumeThat(Path.of("/usr/bin/python3"))
                .as("a parent that tells death from exit")
                .isExecutable();
        port = Lab.freePort();
        configure();
        var script = "import subprocess,sys,socket,time\np=subprocess.Popen(sys.argv[4:],stderr=subprocess.DEVNULL)\n"
                + "while True:\n try: socket.create_connection(('127.0.0.1',int(sys.argv[2]))).close(); break\n except OSError: time.sleep(.02)\n"
                + "p.send_signal(int(sys.argv[3])); print(p.wait())\n";
        var words = new ArrayList<>(
                List.of("python3", "-c", script, "port", Integer.toString(port), signal.equals("INT") ? "2" : "15"));
        words.addAll(command("-f", "ok.cfg"));
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private Process listening(String... words) throws Exception {
        var process = start(words);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (var probe = new Socket("127.0.0.1", port)) {
                if (!probe.isConnected()) continue;
                assertThat(ask("show version\n")).isNotEmpty();
                return process;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new AssertionError("does not listen: " + Files.readString(output()));
    }

    /** Until the process counts so many connections, besides those of this test's probes, which have gone. */
    private void awaitClients(int count) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && !ask("show info\n").contains("\nCurrConns: " + count + "\n"))
            Thread.sleep(20);
    }

    private String ask(String text) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(folder.resolve("api")));
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.shutdownOutput();
            var answer = new StringBuilder();
            var buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer) >= 0) {
                answer.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
                buffer.clear();
            }
            return answer.toString();
        }
    }

    private String said(String... words) throws Exception {
        var process = start(words);
        var text = text(process);
        return end(process) + " " + text;
    }

    private Process start(String... words) throws IOException {
        var process = new ProcessBuilder(command(words))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        process.getOutputStream().close();
        started.add(process);
        return process;
    }

    /** What the process that is started last writes. */
    private Path output() {
        return folder.resolve("said");
    }

    private void awaitText(String text) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline && !Files.readString(output()).contains(text)) Thread.sleep(20);
    }

    private static List<String> command(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "headway.app.Main"));
        command.addAll(List.of(words));
        return command;
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ends in time")
                .isTrue();
        return process.exitValue();
    }

    /** All that it has said when it ends. */
    private String text(Process process) throws Exception {
        end(process);
        return Files.readString(output());
    }

    private static void kill(String signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
