package headway.quality.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What costs too much to be watched during a measured round: system calls and allocation, each on a run of its own. */
record Extras(Place place) {
    private static final Pattern ALLOCATED =
            Pattern.compile("^\"([^\"]*)\".* allocated=(\\d+)([BKMGT])", Pattern.MULTILINE);
    private static final int SECONDS = 2;

    /** System calls per response, counted by strace over a whole run of the load. */
    OptionalDouble systemCalls(Contender contender, Workload workload) throws IOException, InterruptedException {
        Path counts = place.folder().resolve("strace.counts");
        Process strace = Command.on(
                        Cores.LOAD, "strace", "-c", "-f", "-o", counts.toString(), "-p", Long.toString(contender.pid()))
                .start(place.folder().resolve("strace.out").toFile());
        Thread.sleep(500); // until it is attached to every thread
        Load.Run run = place.load(workload).run(workload, contender.port(workload.section), SECONDS);
        Command.of("kill", "-INT", Long.toString(strace.pid())).output();
        strace.waitFor();
        for (String line : Files.exists(counts) ? Files.readAllLines(counts) : List.<String>of()) {
            String[] words = line.strip().split("\\s+");
            if (words[words.length - 1].equals("total")) {
                return OptionalDouble.of(Long.parseLong(words[3]) / workload.responses(run));
            }
        }
        return OptionalDouble.empty();
    }

    /** Bytes that the threads of a JVM allocated per response; empty when it is none or lets nobody attach. */
    OptionalDouble allocation(Contender contender, Workload workload) throws IOException, InterruptedException {
        allocated(contender); // the first answer loads classes
        long before = allocated(contender);
        Load.Run run = place.load(workload).run(workload, contender.port(workload.section), SECONDS);
        long after = allocated(contender);
        return before < 0 || after < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((after - before) / workload.responses(run));
    }

    /** The sum over all threads but the one that answers this question; -1 when nobody answers. */
    private static long allocated(Contender contender) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String said = Command.of(jcmd.toString(), Long.toString(contender.pid()), "Thread.print", "-e")
                .output();
        Matcher threads = ALLOCATED.matcher(said);
        long sum = -1;
        while (threads.find()) {
            if (!threads.group(1).equals("Attach Listener")) {
                sum = Math.max(sum, 0)
                        + bytes(
                                Long.parseLong(threads.group(2)),
                                threads.group(3).charAt(0));
            }
        }
        return sum;
    }

    private static long bytes(long number, char unit) {
        return number << (10 * "BKMGT".indexOf(unit));
    }
}
