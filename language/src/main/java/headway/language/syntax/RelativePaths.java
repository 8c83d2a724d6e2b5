package headway.language.syntax;

import headway.base.diagnostic.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where names of files lead that do not begin with a slash: {@code default-path}. HAProxy changes its directory as lines come; here each line keeps the
 * folder that held for it, so that rules, which are bound later, find the same files.
 */
public final class RelativePaths {
    /** What relative names are resolved against. */
    public enum Base {
        /** The directory that the process was started in. */
        CURRENT("current"),
        /** The directory of the configuration file. */
        CONFIG("config"),
        /** The one above that. */
        PARENT("parent"),
        /** A directory that the line names. */
        ORIGIN("origin");

        private final String word;

        Base(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private record Change(Position from, Base base, Path origin) {}

    private final FileOrder order;
    private final List<Change> changes = new ArrayList<>();

    public RelativePaths(FileOrder order) {
        this.order = order;
    }

    /**
     * From that line on.
     *
     * @param origin counts for {@link Base#ORIGIN} only
     */
    public void change(Position at, Base base, Path origin) {
        changes.add(new Change(at, base, origin));
    }

    /** The file that a name means on that line. */
    public Path resolve(Position at, String name) {
        return folder(at).resolve(name);
    }

    /** The folder for relative names on that line; an empty path for the process's own. */
    public Path folder(Position at) {
        var own = Path.of(at.file()).getParent();
        var config = own == null ? Path.of("") : own;
        var change = at(at);
        if (change == null) return Path.of("");
        return switch (change.base) {
            case CURRENT -> Path.of("");
            case CONFIG -> config;
            case PARENT -> config.resolve("..");
            case ORIGIN -> change.origin;
        };
    }

    /** The bases in order. */
    @Override
    public String toString() {
        return changes.stream()
                .map(change -> change.base + " " + change.origin)
                .toList()
                .toString();
    }

    private @Nullable Change at(Position at) {
        for (var change : changes.reversed()) if (order.reaches(change.from, at)) return change;
        return null;
    }
}
