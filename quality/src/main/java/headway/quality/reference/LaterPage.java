package headway.quality.reference;

import headway.language.known.Awaited;
import headway.language.known.KnownNames;
import headway.quality.parity.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page about what HAProxy has and Headway does not yet: all lists, and what each name waits for. */
final class LaterPage {
    static final String FILE = "not-yet.md";

    private LaterPage() {}

    static String text() {
        var blocks = new ArrayList<String>();
        blocks.add("# Known, not there yet");
        blocks.add("<!-- Written by ./dev reference from the tables; change the entry there. -->");
        blocks.add(
                "A file or a command that uses one of these is refused with words that say so, and what it waits for.");
        for (var list : lists()) {
            var rows = rows(list);
            if (rows.isEmpty()) continue;
            blocks.add("## " + list.title().replace('-', ' '));
            blocks.add(rows);
        }
        return String.join("\n\n", blocks) + "\n";
    }

    /** How streams end has a page of its own. */
    private static List<KnownNames> lists() {
        return Arrays.stream(KnownNames.values())
                .filter(list -> list != KnownNames.TERMINATION_CODES)
                .toList();
    }

    /** A table of what is waited for and the names of one list that do, both in order; empty when all is there. */
    static String rows(KnownNames list) {
        var names = Lists.of(list).notYet();
        if (names.isEmpty()) return "";
        var byReason = names.stream()
                .collect(Collectors.groupingBy(
                        name -> list.awaits(name).map(Awaited::text).orElse("?"),
                        TreeMap::new,
                        Collectors.mapping(Page::code, Collectors.joining(", "))));
        return byReason.entrySet().stream()
                .map(reason -> "\n| " + reason.getKey() + " | " + reason.getValue() + " |")
                .collect(Collectors.joining("", "| waits for | names |\n|---|---|", ""));
    }
}
