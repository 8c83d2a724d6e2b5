package headway.quality.bench;

import java.io.IOException;
import java.nio.file.Path;

/** One run of Headway under {@code perf}, with the JVM's own map of its compiled methods. */
record Profile(Place place) {
    /** The JVM keeps frame pointers while it is profiled, so that perf can tell callers. */
    static final String ENVIRONMENT = "HEADWAY_JVM_OPTIONS=-XX:+PreserveFramePointer";

    private static final int SECONDS = 4;
    private static final int LINES = 60;

    /** The hottest functions, the kernel's and the program's. */
    String of(Contender contender, Workload workload) throws IOException, InterruptedException {
        Path data = place.folder().resolve(workload.word + ".perf");
        place.load(workload).run(workload, contender.port(workload.section), 3);
        Process perf = Command.on(
                        Cores.LOAD,
                        "perf",
                        "record",
                        "-q",
                        "-F",
                        "999",
                        "-g",
                        "-o",
                        data.toString(),
                        "-p",
                        Long.toString(contender.pid()))
                .start(place.folder().resolve("perf.out").toFile());
        place.load(workload).run(workload, contender.port(workload.section), SECONDS);
        Command.of("kill", "-INT", Long.toString(perf.pid())).output();
        perf.waitFor();
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Command.of(jcmd.toString(), Long.toString(contender.pid()), "Compiler.perfmap")
                .output();
        String report = Command.of(
                        "perf",
                        "report",
                        "-i",
                        data.toString(),
                        "--stdio",
                        "--no-children",
                        "-g",
                        "none",
                        "--percent-limit",
                        "0.4")
                .output();
        return String.join(
                "\n", report.lines().filter(l -> !l.isBlank()).limit(LINES).toList());
    }
}
