package headway.quality.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The table of what is meant to differ. Each entry names texts that one outcome has and the other has not. Where HAProxy
 * itself answers now so, now so, its text is {@code varies}, and only Headway's is held to the entry. A line may name
 * several cases; an entry whose reason begins with {@code open:} is a defect that is known and not yet mended.
 */
final class Differences {
    private static final String VARIES = "varies";

    /** One line of the table; an empty text claims nothing. */
    record Entry(String name, Aspect aspect, String haproxy, String headway, String why) {
        boolean explains(Outcome theirs, Outcome ours) {
            String a = theirs.of(aspect);
            String b = ours.of(aspect);
            if (varies()) {
                return headway.isEmpty() ? b.isEmpty() : b.contains(headway);
            }
            return !a.equals(b) && only(haproxy, a, b) && only(headway, b, a);
        }

        boolean varies() {
            return haproxy.equals(VARIES);
        }

        private static boolean only(String text, String here, String there) {
            return text.isEmpty() || (here.contains(text) && !there.contains(text));
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    Differences(Path table) throws IOException {
        for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 5) {
                throw new IllegalArgumentException("five columns are needed: " + line);
            }
            for (String name : columns[0].split(" ")) {
                entries.add(new Entry(name, aspect(columns[1]), columns[2], columns[3], columns[4]));
            }
        }
    }

    List<Entry> entries() {
        return entries;
    }

    /** What is wrong with these two outcomes: differences without an entry, and entries without a difference. */
    List<String> complaints(String name, Outcome theirs, Outcome ours) {
        Map<Aspect, Entry> meant = new EnumMap<>(Aspect.class);
        entries.stream().filter(e -> e.name().equals(name)).forEach(e -> meant.put(e.aspect(), e));
        List<String> complaints = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            Entry entry = meant.get(aspect);
            boolean same = theirs.of(aspect).equals(ours.of(aspect));
            String both = "\n  haproxy: " + theirs.of(aspect) + "\n  headway: " + ours.of(aspect);
            if (entry == null && !same) {
                complaints.add(aspect.word() + " differs and no entry says why" + both);
            } else if (entry != null && same && !entry.varies()) {
                complaints.add(aspect.word() + " no longer differs: remove the entry" + both);
            } else if (entry != null && !entry.explains(theirs, ours)) {
                complaints.add(aspect.word() + " differs otherwise than its entry says" + both);
            }
        }
        return complaints;
    }

    private static Aspect aspect(String word) {
        for (Aspect aspect : Aspect.values()) {
            if (aspect.word().equals(word)) {
                return aspect;
            }
        }
        throw new IllegalArgumentException("unknown aspect " + word);
    }
}
