package headway.quality.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * {@code Fuzz [http1|config|pattern|expression|all] [seconds] [seed]}: runs the fuzzers, each for so many seconds (10). Every round has a seed of its own, which is printed with a
 * failure; with 0 seconds exactly that round is run again.
 */
public final class Fuzz {
    private static final List<Fuzzer> FUZZERS =
            List.of(new Http1Fuzz(), new ConfigFuzz(), new PatternFuzz(), new ExpressionFuzz());

    private Fuzz() {}

    public static void main(String[] args) {
        var name = args.length > 0 ? args[0] : "all";
        var time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 10);
        var seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        var chosen = FUZZERS.stream()
                .filter(f -> name.equals("all") || name.equals(f.name()))
                .toList();
        if (chosen.isEmpty()) {
            System.err.println("usage: Fuzz ["
                    + String.join("|", FUZZERS.stream().map(Fuzzer::name).toList()) + "|all] [seconds] [seed]");
            System.exit(2);
        }
        var failed = false;
        for (var fuzzer : chosen) failed |= !run(fuzzer, time, seed);
        System.exit(failed ? 1 : 0);
    }

    private static boolean run(Fuzzer fuzzer, Duration time, long seed) {
        var start = System.nanoTime();
        var round = 0L;
        do {
            try {
                fuzzer.round(new Random(seed + round));
            } catch (AssertionError | RuntimeException e) {
                System.out.printf(
                        "%s: failed in round %d; to see it again: %s 0 %d%n",
                        fuzzer.name(), round + 1, fuzzer.name(), seed + round);
                e.printStackTrace(System.out);
                return false;
            }
            round++;
        } while (System.nanoTime() - start < time.toNanos());
        System.out.printf(
                "%s: %,d inputs in %,d ms from seed %d, nothing found%n",
                fuzzer.name(), round, (System.nanoTime() - start) / 1_000_000, seed);
        return true;
    }
}
