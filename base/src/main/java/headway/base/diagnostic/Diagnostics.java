package headway.base.diagnostic;

import headway.base.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects every diagnostic of a load, so that one run tells all. */
public final class Diagnostics {
    /** Of each severity more are counted and not kept: nobody reads them, and a hostile file could have millions. */
    public static final int MOST = 10_000;

    private final List<Diagnostic> all = new ArrayList<>();
    private final int[] counts = new int[Severity.values().length];

    /** The place of those that know none: of the line that is being bound. */
    private Position here = Position.NOWHERE;

    /** What is said from now on without a place is about this one. */
    public void reading(Position position) {
        here = position;
    }

    public void alert(Position at, String message) {
        add(Severity.ALERT, Code.INVALID, at, message, "");
    }

    public void alert(Position at, String message, String proposal) {
        add(Severity.ALERT, Code.INVALID, at, message, proposal);
    }

    public void warning(Position at, String message) {
        add(Severity.WARNING, Code.SUSPICIOUS, at, message, "");
    }

    public void notice(Position at, String message) {
        add(Severity.NOTICE, Code.NO_EFFECT, at, message, "");
    }

    public void notice(Code code, Position at, String message) {
        add(Severity.NOTICE, code, at, message, "");
    }

    public void add(Severity severity, Code code, Position at, String message, String proposal) {
        var place = at.equals(Position.NOWHERE) ? here : at;
        if (counts[severity.ordinal()]++ < MOST) all.add(new Diagnostic(severity, code, place, message, proposal));
    }

    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    /** Those about a file by the lines they are about, files in the order in which they first come; then the others. */
    public List<Diagnostic> inOrder() {
        var files = new ArrayList<String>();
        for (var diagnostic : all)
            if (!files.contains(diagnostic.position().file()))
                files.add(diagnostic.position().file());
        files.remove(Position.NOWHERE.file());
        files.add(Position.NOWHERE.file());
        return all.stream()
                .sorted(Comparator.comparingInt(
                                (Diagnostic d) -> files.indexOf(d.position().file()))
                        .thenComparingInt(d -> d.position().line()))
                .toList();
    }

    public boolean has(Severity severity) {
        return count(severity) > 0;
    }

    /** How many there were, kept or not. */
    public int count(Severity severity) {
        return counts[severity.ordinal()];
    }
}
