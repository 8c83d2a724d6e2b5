package headway.language.syntax;

import headway.base.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/** The order in which files are read, so that of two lines it can be said which came first. */
public final class FileOrder {
    private final List<String> files = new ArrayList<>();

    /** To be called before a file's first line. */
    public void begin(String file) {
        if (!files.contains(file)) files.add(file);
    }

    /** Whether the second place is on the first one's line or behind it. */
    boolean reaches(Position first, Position second) {
        var file = files.indexOf(first.file());
        var other = files.indexOf(second.file());
        return file < other || file == other && first.line() <= second.line();
    }
}
