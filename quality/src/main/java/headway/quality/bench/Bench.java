package headway.quality.bench;

import headway.language.sample.BindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * {@code ./dev bench}: HAProxy and Headway, each with one loop on the same core, in front of the same servers, on the same file.
 * What is compared is processor time per response, user and system, as the kernel counts it.
 */
public final class Bench {
    private final Options options;
    private final Place place;
    private final Table table = new Table();

    private Bench(Options options, Place place) {
        this.options = options;
        this.place = place;
    }

    public static void main(String[] words) throws IOException, InterruptedException, BindException {
        if (Arrays.asList(words).contains("help") || Arrays.asList(words).contains("-h")) {
            System.out.print(Options.HELP);
            System.out.println("workloads: "
                    + String.join(
                            " ",
                            Arrays.stream(Workload.values()).map(w -> w.word).toList())
                    + " memory " + CheckLarge.WORD);
            return;
        }
        if (Arrays.asList(words).equals(List.of("patterns"))) {
            Patterns.print();
            return;
        }
        try {
            run(Options.of(words));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage() + "\n" + Options.HELP);
            System.exit(2);
        }
    }

    private static void run(Options options) throws IOException, InterruptedException {
        Cores.moveSelfToLoad();
        Path folder = Files.createTempDirectory("headway-bench");
        Typical.writeLists(folder);
        try (LoadLoop loop = new LoadLoop();
                Nginx nginx = new Nginx(folder)) {
            loop.warmUp();
            Wrk wrk = Wrk.in(folder);
            int own = options.wrk() ? nginx.port() : loop.backendPort();
            Load quick = options.wrk() ? wrk : loop;
            new Bench(options, new Place(folder, nginx.port(), own, loop.logPort(), wrk, quick)).measure();
            System.out.println("log lines received: " + loop.logLines());
        } finally {
            delete(folder);
        }
    }

    private void measure() throws IOException, InterruptedException {
        System.out.println("The file of both (ports are filled in):\n\n" + Contender.CONFIGURATION.indent(4));
        System.out.printf(
                Locale.ROOT,
                "%s against %s, %d paired rounds of %d s, proxies on core %d, load and backend on core %d%n%n",
                options.headway(),
                options.haproxy(),
                options.rounds(),
                options.seconds(),
                Cores.PROXY,
                Cores.LOAD);
        if (Arrays.stream(Workload.values()).anyMatch(w -> options.wants(w.word))) {
            speed();
        }
        if (options.extras() && options.wants("memory")) {
            memory();
        }
        if (options.extras() && options.wants(CheckLarge.WORD)) {
            checkLarge();
        }
        var file = options.table();
        if (file != null) {
            table.write(file);
        }
    }

    private void speed() throws IOException, InterruptedException {
        try (Contender haproxy = Contender.start("haproxy", options.haproxy(), place, Contender.CONFIGURATION);
                Contender headway = startHeadway("headway", Contender.CONFIGURATION)) {
            Rounds rounds = new Rounds(place, haproxy, headway, options.seconds());
            table.begin();
            for (Workload workload : Workload.values()) {
                if (options.wants(workload.word)) {
                    row(workload, rounds, haproxy, headway);
                }
            }
        }
    }

    private void row(Workload workload, Rounds rounds, Contender haproxy, Contender headway)
            throws IOException, InterruptedException {
        Rounds.Result result = rounds.measure(workload, options.rounds());
        Extras extras = new Extras(place);
        boolean wanted = options.extras();
        OptionalDouble none = OptionalDouble.empty();
        table.row(
                workload,
                result,
                wanted ? extras.systemCalls(haproxy, workload) : none,
                wanted ? extras.systemCalls(headway, workload) : none,
                wanted && !options.calibrate() ? extras.allocation(headway, workload) : none);
        if (options.profile()) {
            System.out.println(new Profile(place).of(headway, workload));
        }
    }

    /** Both are started anew: what a busy one has taken would hide the growth. */
    private void memory() throws IOException, InterruptedException {
        Memory theirs;
        try (Contender haproxy =
                Contender.start("haproxy-memory", options.haproxy(), place, Contender.SMALL_CONFIGURATION)) {
            theirs = Memory.measure(place, haproxy);
        }
        try (Contender headway = startHeadway("headway-memory", Contender.SMALL_CONFIGURATION)) {
            Memory ours = Memory.measure(place, headway);
            table.figure("resident at idle, small file (MB)", megabytes(theirs), megabytes(ours), "<= 90");
            table.figure(
                    "resident per idle connection of " + Memory.CONNECTIONS + " (bytes)",
                    Table.number(theirs.bytesPerConnection()),
                    Table.number(ours.bytesPerConnection()),
                    "<= 1000");
        }
    }

    private void checkLarge() throws IOException, InterruptedException {
        CheckLarge check = new CheckLarge(place.folder());
        table.figure(
                "-c of 5,000 backends, a map of 50,000 (s)",
                Table.number(check.seconds(options.haproxy())),
                Table.number(check.seconds(options.calibrate() ? options.haproxy() : options.headway())),
                "<= 3");
    }

    private Contender startHeadway(String name, String configuration) throws IOException, InterruptedException {
        if (options.calibrate()) {
            return Contender.start(name, options.haproxy(), place, configuration);
        }
        return options.profile()
                ? Contender.start(name, options.headway(), place, configuration, Profile.ENVIRONMENT)
                : Contender.start(name, options.headway(), place, configuration);
    }

    private static String megabytes(Memory memory) {
        return Table.number(memory.idleBytes() / 1e6);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
