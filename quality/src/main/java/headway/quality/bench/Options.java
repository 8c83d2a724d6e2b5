package headway.quality.bench;

import headway.testkit.Binary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked of {@code ./dev bench}. */
record Options(
        List<String> workloads,
        int rounds,
        int seconds,
        boolean calibrate,
        boolean extras,
        boolean profile,
        boolean wrk,
        Path haproxy,
        Path headway,
        @Nullable Path table) {

    static final String HELP = """
            ./dev bench [-w NAME]... [-r ROUNDS] [-s SECONDS] [-o FILE] [--calibrate] [--quick] [--profile] [--wrk]
                        [--haproxy PATH] [--headway PATH]
            ./dev bench patterns

              -w NAME        only workloads whose name begins with NAME (see below), may be repeated
              -r ROUNDS      paired rounds of each workload (7)
              -s SECONDS     length of one round (2)
              -o FILE        also writes the table as tab separated values
              --calibrate    haproxy against itself, which shows what the method's own error is
              --quick        no system call, allocation, memory and check-large rows
              --profile      one round of Headway under perf for each workload, hottest functions printed
              --wrk          wrk and nginx for http-10k and tcp-64 as well, in place of the bench's own load and backend, which cost less
              --haproxy PATH the HAProxy to compare with (HAPROXY_BINARY, else /usr/sbin/haproxy)
              --headway PATH the program to measure (HEADWAY_PROGRAM, else bin/haproxy)

            The workload typical is a file with ten ACLs, a map, a list of networks, edits of fields and a variable;
            check-large is how long -c takes for 5,000 backends and a map of 50,000 entries. "patterns" measures nothing
            but look-ups in lists of patterns, in this process, by the clock.

            On a machine that is not quiet, run it as root by nice -n -15: what it starts inherits that.
            """;

    /** Reads the words of the command line; the message of the exception says what does not fit. */
    static Options of(String[] words) {
        Reading reading = new Reading();
        for (int i = 0; i < words.length; i++) {
            i = reading.word(words, i);
        }
        return reading.options();
    }

    boolean wants(String workload) {
        return workloads.isEmpty() || workloads.stream().anyMatch(workload::startsWith);
    }

    private static final class Reading {
        private final List<String> workloads = new ArrayList<>();
        private int rounds = 7;
        private int seconds = 2;
        private boolean calibrate;
        private boolean extras = true;
        private boolean profile;
        private boolean wrk;
        private Path haproxy = Binary.haproxy().map(Binary::path).orElse(Path.of("/usr/sbin/haproxy"));
        private Path headway = Binary.headway().path();
        private @Nullable Path table;

        /** Takes the word at i, perhaps with its value, and gives the index of the last one taken. */
        int word(String[] words, int i) {
            switch (words[i]) {
                case "--calibrate" -> calibrate = true;
                case "--quick" -> extras = false;
                case "--profile" -> profile = true;
                case "--wrk" -> wrk = true;
                default -> {
                    if (i + 1 == words.length) {
                        throw new IllegalArgumentException("'" + words[i] + "' is unknown or lacks its value");
                    }
                    valued(words[i], words[i + 1]);
                    return i + 1;
                }
            }
            return i;
        }

        private void valued(String option, String value) {
            switch (option) {
                case "-w" -> workloads.add(value);
                case "-r" -> rounds = Integer.parseInt(value);
                case "-s" -> seconds = Integer.parseInt(value);
                case "-o" -> table = Path.of(value);
                case "--haproxy" -> haproxy = Path.of(value);
                case "--headway" -> headway = Path.of(value);
                default -> throw new IllegalArgumentException("'" + option + "' is not an option of the bench");
            }
        }

        Options options() {
            return new Options(
                    List.copyOf(workloads), rounds, seconds, calibrate, extras, profile, wrk, haproxy, headway, table);
        }
    }
}
