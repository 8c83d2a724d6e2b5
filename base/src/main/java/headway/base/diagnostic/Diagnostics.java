package headway.base.diagnostic;

import headway.base.diagnostic.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects every diagnostic of a load, so that one run tells all. */
public final class Diagnostics {
    private final List<Diagnostic> all = new ArrayList<>();

    public void alert(Position at, String message) {
        add(Severity.ALERT, at, message, "");
    }

    public void alert(Position at, String message, String proposal) {
        add(Severity.ALERT, at, message, proposal);
    }

    public void warning(Position at, String message) {
        add(Severity.WARNING, at, message, "");
    }

    public void notice(Position at, String message) {
        add(Severity.NOTICE, at, message, "");
    }

    public void add(Severity severity, Position at, String message, String proposal) {
        all.add(new Diagnostic(severity, at, message, proposal));
    }

    public List<Diagnostic> all() {
        return List.copyOf(all);
    }

    public boolean has(Severity severity) {
        return all.stream().anyMatch(d -> d.severity() == severity);
    }
}
