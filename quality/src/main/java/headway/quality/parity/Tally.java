package headway.quality.parity;

import java.util.Set;
import java.util.TreeSet;

/**
 * One list of names and what has become of them.
 *
 * @param supported in a table, with an example that runs as a test
 * @param accepted taken without effect, and told so
 * @param notYet known, and refused by name
 * @param missing not known at all: a mistake in the tables
 */
public record Tally(String list, Set<String> supported, Set<String> accepted, Set<String> notYet, Set<String> missing) {
    /** Sorts the known names by what the tables say of them. */
    static Tally of(String list, Set<String> known, Set<String> supported, Set<String> accepted) {
        var here = new TreeSet<>(known);
        here.retainAll(supported);
        here.removeAll(accepted);
        var taken = new TreeSet<>(known);
        taken.retainAll(accepted);
        var later = new TreeSet<>(known);
        later.removeAll(here);
        later.removeAll(taken);
        return new Tally(list, here, taken, later, Set.of());
    }

    int total() {
        return supported.size() + accepted.size() + notYet.size() + missing.size();
    }

    String row() {
        return "%-22s %9d %9d %9d %9d %9d"
                .formatted(list, total(), supported.size(), accepted.size(), notYet.size(), missing.size());
    }
}
