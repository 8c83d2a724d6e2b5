package headway.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The surroundings of one test: a folder, servers, sinks and programs, all of which end with it. In a configuration each
 * {@code @name@} stands for a port: that of the server of this name, else a free one which the program is to listen on.
 */
public final class Lab implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("@([a-z][a-z0-9-]*)@");
    private static final Duration START = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 4;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(new Random().nextInt(20_000));

    private final Path folder;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();
    private final Map<String, Integer> serverPorts = new HashMap<>();
    private int programs;

    public Lab() throws IOException {
        folder = Files.createTempDirectory("headway-lab");
    }

    public Path folder() {
        return folder;
    }

    /** A generator whose seed is printed; {@code -Dheadway.seed=N} repeats a run. */
    public static Random seeded(String what) {
        long seed = Long.getLong("headway.seed", System.nanoTime() & 0xffff_ffffL);
        System.out.println(what + ": seed " + seed + " (repeat with -Dheadway.seed=" + seed + ")");
        return new Random(seed);
    }

    /** A server whose body is its name and the number of the connection. */
    public HttpServer http(String name) throws IOException {
        return owning(HttpServer.named(name));
    }

    public HttpServer http(String name, Function<HttpServer.Seen, HttpAnswer> answers) throws IOException {
        return owning(new HttpServer(name, answers));
    }

    public TcpServer tcp(String name, TcpServer.Conversation conversation) throws IOException {
        TcpServer server = new TcpServer(name, conversation);
        owned.push(server);
        serverPorts.put(name, server.port());
        return server;
    }

    /** A log sink on UDP whose port {@code @name@} stands for. */
    public SyslogSink syslog(String name) throws IOException {
        SyslogSink sink = new SyslogSink();
        owned.push(sink);
        serverPorts.put(name, sink.port());
        return sink;
    }

    public KeepAliveClient client(Program program, String port) throws IOException {
        KeepAliveClient client = new KeepAliveClient(program.port(port));
        owned.push(client);
        return client;
    }

    public RawConnection connect(Program program, String port) throws IOException {
        RawConnection connection = RawConnection.to(program.port(port));
        owned.push(connection);
        return connection;
    }

    /** Starts a program and waits until it listens on every port that the configuration asked for. */
    public Program start(Binary binary, String configuration) throws IOException, InterruptedException {
        String said = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Program program = launch(binary, configuration);
            if (listens(program)) {
                owned.push(program);
                return program;
            }
            program.close();
            said = program.said();
            if (!said.contains("bind")) {
                break; // not a port that somebody else took in between
            }
        }
        throw new IOException(binary.path() + " did not start: " + said + "\n--- configuration\n" + configuration);
    }

    /** Runs a program to its end on a configuration, such as with {@code -c}. */
    public Program run(Binary binary, String configuration) throws IOException, InterruptedException {
        Program program = launch(binary, configuration);
        owned.push(program);
        program.awaitExit(START);
        return program;
    }

    @Override
    public void close() throws IOException {
        while (!owned.isEmpty()) {
            closeOne(owned.pop());
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * A port that nobody listens on, given out once only. It lies below those that Linux takes for outgoing connections.
     * Java cannot pass a bound descriptor to a child, so another process may still be faster; who starts one tries again.
     */
    public static int freePort() {
        while (true) {
            int port = 10_240 + Math.floorMod(NEXT_PORT.getAndIncrement(), 20_000);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                return port;
            } catch (BindException _) {
                // taken: the next one
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private HttpServer owning(HttpServer server) {
        owned.push(server);
        serverPorts.put(server.name(), server.port());
        return server;
    }

    private Program launch(Binary binary, String configuration) throws IOException {
        int number = ++programs;
        Map<String, Integer> own = new HashMap<>();
        Path file = folder.resolve(binary.name() + number + ".cfg");
        Path output = folder.resolve(binary.name() + number + ".out");
        Files.writeString(file, withPorts(configuration, own));
        var command = new ArrayList<>(List.of(binary.path().toString()));
        command.addAll(binary.options());
        command.add("-f");
        command.add(file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Program(binary, process, file, output, own);
    }

    private String withPorts(String configuration, Map<String, Integer> own) {
        Matcher matcher = PORT.matcher(configuration);
        return matcher.replaceAll(found -> {
            String name = found.group(1);
            Integer server = serverPorts.get(name);
            return Integer.toString(server != null ? server : own.computeIfAbsent(name, _ -> freePort()));
        });
    }

    private static boolean listens(Program program) throws InterruptedException {
        Set<Integer> wanted = new TreeSet<>(program.ports());
        long deadline = System.nanoTime() + START.toNanos();
        while (program.isAlive() && System.nanoTime() < deadline) {
            if (ListeningPorts.of(program.pid()).containsAll(wanted)) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    private static void closeOne(AutoCloseable thing) throws IOException {
        try {
            thing.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
