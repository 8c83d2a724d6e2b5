package headway.quality.bench;

import headway.testkit.Lab;
import headway.testkit.ListeningPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** One of the two proxies, running with one loop on the proxies' core. */
final class Contender implements AutoCloseable {
    private static final String HTTP = """
            global
                nbthread 1
                maxconn %d
                log 127.0.0.1:@log@ local0

            defaults
                timeout connect 5s
                timeout client 60s
                timeout server 60s

            listen http
                mode http
                bind 127.0.0.1:@http@
                log global
                option httplog
                option forwardfor
                http-request del-header x-remove
                http-reuse always
                server backend 127.0.0.1:@backend@
            """;
    private static final String PAGES = """

            listen pages
                mode http
                bind 127.0.0.1:@pages@
                log global
                option httplog
                option forwardfor
                http-request del-header x-remove
                http-reuse always
                server backend 127.0.0.1:@own@
            """;
    private static final String TCP = """

            listen relay
                mode tcp
                bind 127.0.0.1:@relay@
                server backend 127.0.0.1:@own@

            listen tcp
                mode tcp
                bind 127.0.0.1:@tcp@
                server backend 127.0.0.1:@backend@

            listen auto
                mode tcp
                bind 127.0.0.1:@auto@
                option splice-auto
                server backend 127.0.0.1:@backend@

            listen splice
                mode tcp
                bind 127.0.0.1:@splice@
                option splice-response
                server backend 127.0.0.1:@backend@
            """;

    /** The file of the speed rows; {@code @name@} are ports and the folder of the lists. */
    static final String CONFIGURATION = HTTP.formatted(2_000) + PAGES + TCP + Typical.CONFIGURATION;

    /** The file of the memory rows: without splicing, whose pipes would count against the limit of descriptors. */
    static final String SMALL_CONFIGURATION = HTTP.formatted(9_000);

    private static final Pattern PORT = Pattern.compile("@([a-z]+)@");

    private final String name;
    private final Process process;
    private final Map<String, Integer> ports;

    private Contender(String name, Process process, Map<String, Integer> ports) {
        this.name = name;
        this.process = process;
        this.ports = ports;
    }

    /** Starts a program and makes sure that this very process listens on every port of the file. */
    static Contender start(String name, Path program, Place place, String configuration, String... environment)
            throws IOException, InterruptedException {
        Map<String, Integer> ports =
                new HashMap<>(Map.of("log", place.log(), "backend", place.backend(), "own", place.own()));
        String text = PORT.matcher(
                        configuration.replace("@folder@", place.folder().toString()))
                .replaceAll(found -> ports.computeIfAbsent(found.group(1), _ -> Lab.freePort())
                        .toString());
        Path file = Files.writeString(place.folder().resolve(name + ".cfg"), text);
        Path output = place.folder().resolve(name + ".out");
        Process process = Command.on(Cores.PROXY, program.toString(), "-f", file.toString())
                .start(output.toFile(), environment);
        Set<Integer> own = new HashSet<>(ports.values());
        own.removeAll(List.of(place.log(), place.backend(), place.own()));
        for (int i = 0; i < 3_000 && process.isAlive(); i++) {
            if (ListeningPorts.of(process.pid()).containsAll(own)) {
                return new Contender(name, process, ports);
            }
            Thread.sleep(10);
        }
        process.destroyForcibly();
        throw new IOException(program + " does not own its ports: " + Files.readString(output));
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    int port(String section) {
        return Objects.requireNonNull(ports.get(section), section);
    }

    ProcessStatus status() {
        return new ProcessStatus(process.pid());
    }

    @Override
    public void close() {
        Command.end(process);
    }
}
