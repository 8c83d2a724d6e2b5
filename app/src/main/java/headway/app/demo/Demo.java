package headway.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows the main job without any file: what becomes of seven requests of one keep-alive client in {@code mode tcp}, {@code mode http} and {@code mode auto}. Then it goes on
 * serving, so that everybody can try it.
 */
public final class Demo {
    private static final int FIRST_PORT = 9090;
    private static final long START_MILLIS = 20_000;
    private static final List<String> MODES = List.of("http", "tcp", "auto");

    /** Runs the proxy with these arguments until it ends. */
    @FunctionalInterface
    public interface Proxy {
        int run(String... arguments) throws InterruptedException;
    }

    private final Proxy proxy;
    private final PrintStream out;
    private final List<Node> nodes = new ArrayList<>();

    public Demo(Proxy proxy, PrintStream out) {
        this.proxy = proxy;
        this.out = out;
    }

    /**
     * Runs the demonstration.
     *
     * @param once to end after the table instead of serving on
     * @return the exit code
     */
    public int run(boolean once) throws InterruptedException {
        try {
            for (var port = FIRST_PORT; port < FIRST_PORT + MODES.size(); port++) {
                if (isTaken(port))
                    return fail("port " + port + " is in use: stop what listens there (ss -ltnp), then try again");
            }
            for (var i = 1; i <= 3; i++) nodes.add(new Node("node" + i));
            return show(once);
        } catch (IOException e) {
            return fail(String.valueOf(e.getMessage()));
        }
    }

    private int fail(String why) {
        out.print("headway demo: " + why + "\n");
        return 1;
    }

    private static boolean isTaken(int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (IOException taken) {
            return true;
        }
    }

    private int show(boolean once) throws IOException, InterruptedException {
        var text = configuration();
        var running = start(text);
        out.print("Three small servers, and Headway in front of them with this file:\n\n");
        out.print(text.indent(4) + "\n");
        // Asked before anything of the table is shown, because the proxy says something of its own meanwhile.
        var rows = new StringBuilder();
        for (var i = 0; i < MODES.size(); i++) rows.append(row(MODES.get(i), FIRST_PORT + i));
        out.print(
                "Seven requests on one keep-alive connection, then one on a second connection. Which node answered:\n\n");
        out.print("    mode  address          1 2 3 4 5 6 7  then 1   connections to the nodes\n");
        out.print(rows);
        out.print(ADVICE);
        out.flush();
        if (!once) running.join();
        for (var node : nodes) node.close();
        return 0;
    }

    /** The proxy's thread, once it serves. Its file has been read by then, so that none is left however the demonstration ends. */
    private Thread start(String text) throws IOException, InterruptedException {
        var file = Files.createTempFile("headway-demo", ".cfg");
        file.toFile().deleteOnExit();
        try {
            Files.writeString(file, text);
            var running = Thread.ofPlatform().name("proxy").daemon().start(() -> serve(file));
            // All sockets are opened before the first is served; a look at the TCP one would take a turn of the
            // balancing.
            waitFor(FIRST_PORT, running);
            return running;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void serve(Path file) {
        try {
            proxy.run("-f", file.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(int port, Thread running) throws IOException, InterruptedException {
        var until = System.currentTimeMillis() + START_MILLIS;
        while (running.isAlive() && System.currentTimeMillis() < until) {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (probe.isConnected()) return;
            } catch (IOException early) {
                Thread.sleep(20);
            }
        }
        throw new IOException("the proxy does not answer on port " + port);
    }

    private String row(String mode, int port) throws IOException {
        var before = connections();
        var seven = new StringBuilder();
        try (var first = new Visitor(port)) {
            for (var i = 1; i <= 7; i++) seven.append(number(first.ask(i))).append(' ');
            // Not earlier: two connections that come at once are accepted by two loops, in either order.
            try (var second = new Visitor(port)) {
                var eighth = number(second.ask(1));
                return String.format(
                        Locale.ROOT,
                        "    %-5s 127.0.0.1:%d   %s      %s     %d%n",
                        mode,
                        port,
                        seven,
                        eighth,
                        connections() - before);
            }
        }
    }

    /** {@code node2, connection 1, request 3}: the 2. */
    private static char number(String answer) {
        return answer.charAt("node".length());
    }

    private int connections() {
        return nodes.stream().mapToInt(Node::connections).sum();
    }

    private String configuration() {
        var text = new StringBuilder("""
                defaults
                    timeout connect 5s
                    timeout client  40s
                    timeout server  40s
                    retries 1
                    option redispatch 1
                """);
        for (var i = 0; i < MODES.size(); i++) text.append(section(MODES.get(i), FIRST_PORT + i));
        return text.toString();
    }

    private String section(String mode, int port) {
        var text = new StringBuilder("\nlisten nodes_" + mode + "\n    mode " + mode + "\n    bind 127.0.0.1:" + port
                + "\n    balance roundrobin\n");
        for (var i = 0; i < nodes.size(); i++) {
            text.append("    server node")
                    .append(i + 1)
                    .append(" 127.0.0.1:")
                    .append(nodes.get(i).port())
                    .append('\n');
        }
        return text.toString();
    }

    private static final String ADVICE = """

            In TCP mode a proxy moves the bytes of a connection and never looks for requests, so a connection is what it balances. In HTTP mode each request is balanced in turn, and
            the connections on both sides are kept and used again. "mode auto" finds out which of the two a client wants.

            Try it yourself, all on one connection:

                curl -s http://127.0.0.1:9090/[1-7]      the three nodes in turn
                curl -s http://127.0.0.1:9091/[1-7]      always the same node; the notice above says why
                curl -s http://127.0.0.1:9092/[1-7]      as the first

            Ctrl-C ends it.
            """;
}
