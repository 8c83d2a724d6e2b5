package headway.base.catalog;

import headway.base.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of one kind, such as all sample fetches: those that are there, in tables by subject, and those that HAProxy knows and Headway does not yet.
 *
 * <p>Nothing is built before it is asked for. An index (a resource {@code NAME.index} beside {@code beside}: name, tab, subject) tells which subject's
 * table to build. Where the index lacks a name the tables are searched, so that an old index costs time only; a test keeps it new.
 */
public final class Catalog<K extends Keyword> {
    /** How far a catalog has come with a name. */
    public enum Standing {
        SUPPORTED,
        NOT_YET,
        UNKNOWN
    }

    private final String kind;
    private final Class<?> beside;
    private final String resource;
    private final Subjects<K> subjects;
    private final Known known;
    private final Map<String, K> entries = new HashMap<>();
    private final Set<String> built = new HashSet<>();
    private @Nullable Map<String, String> index;

    /** Gives the names that HAProxy has; asked only when a name is not supported. */
    @FunctionalInterface
    public interface Known {
        Set<String> names();

        /** The sentence that ends a refusal of a name that is not supported yet, with a blank before it: what it waits for. */
        default String waiting(String name) {
            return "";
        }
    }

    /**
     * @param kind as a message calls one of them: "sample fetch"
     * @param resource the name of the index without its ending
     */
    public Catalog(String kind, Class<?> beside, String resource, Subjects<K> subjects, Known known) {
        this.kind = kind;
        this.beside = beside;
        this.resource = resource;
        this.subjects = subjects;
        this.known = known;
    }

    public String kind() {
        return kind;
    }

    /** The names that HAProxy has. */
    public Known known() {
        return known;
    }

    /** The entry of that name, null when there is none (yet). Searches all tables before it says so. */
    public synchronized @Nullable K find(String name) {
        var entry = findIndexed(name);
        if (entry != null || built.size() == subjects.all().size()) return entry;
        subjects.all().forEach(this::build);
        return entries.get(name);
    }

    /** The entry of that name as far as the index tells, for who tries several names and expects most of them not to be there. */
    public synchronized @Nullable K findIndexed(String name) {
        var entry = entries.get(name);
        if (entry != null) return entry;
        var subject = index().get(name);
        if (subject != null && subjects.all().contains(subject)) build(subject);
        return entries.get(name);
    }

    /** True when the index or a table has it, without building more than needed. */
    public Standing standing(String name) {
        if (find(name) != null) return Standing.SUPPORTED;
        return known.names().contains(name) ? Standing.NOT_YET : Standing.UNKNOWN;
    }

    /** All entries, by subject. Builds all tables. */
    public synchronized List<K> all() {
        subjects.all().forEach(this::build);
        var all = new ArrayList<K>();
        for (var subject : subjects.all()) all.addAll(subjects.table(subject));
        return all;
    }

    /** All names, supported or not, sorted. */
    public List<String> names() {
        var names = new HashSet<>(known.names());
        for (var entry : all()) names.add(entry.name());
        return names.stream().sorted().toList();
    }

    /** The known name that was probably meant. */
    public Optional<String> nearest(String word) {
        return Nearest.to(word, names());
    }

    /** The index as it should be. */
    public String makeIndex() {
        var lines = new ArrayList<String>();
        for (var subject : subjects.all())
            for (var entry : subjects.table(subject)) lines.add(entry.name() + "\t" + subject + "\n");
        lines.sort(null);
        return String.join("", lines);
    }

    private Map<String, String> index() {
        var now = index;
        if (now == null) index = now = NameList.read(beside, resource + ".index");
        return now;
    }

    private void build(String subject) {
        if (!built.add(subject)) return;
        for (var entry : subjects.table(subject)) {
            var twin = entries.put(entry.name(), entry);
            assert twin == null : kind + " '" + entry.name() + "' is in two tables";
        }
    }
}
