package headway.quality.parity;

import java.util.Collection;
import java.util.List;

/**
 * {@code ./dev parity [LIST]}: how many names of each of HAProxy's lists are supported; with a list's name also which ones, and which are not.
 */
public final class Parity {
    private Parity() {}

    public static void main(String[] arguments) {
        var tallies = Lists.all();
        System.out.print(table(tallies));
        for (var argument : arguments)
            for (var tally : tallies) if (tally.list().equals(argument)) System.out.print(names(tally));
    }

    static String table(List<Tally> tallies) {
        var text = new StringBuilder("%-22s %9s %9s %9s %9s %9s%n"
                .formatted("list", "names", "supported", "accepted", "not yet", "missing"));
        for (var tally : tallies) text.append(tally.row()).append('\n');
        return text.append(
                        "supported: in a table, and its example runs as a test; accepted: taken without effect, with a notice.\n")
                .toString();
    }

    private static String names(Tally tally) {
        return "\n" + tally.list() + "\n" + line("supported", tally.supported()) + line("accepted", tally.accepted())
                + line("not yet", tally.notYet()) + line("missing", tally.missing());
    }

    private static String line(String title, Collection<String> names) {
        return names.isEmpty() ? "" : "  " + title + ": " + String.join(", ", names) + "\n";
    }
}
