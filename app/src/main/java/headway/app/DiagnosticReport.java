package headway.app;

import headway.base.diagnostic.Diagnostic;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.operate.log.Console;
import java.util.LinkedHashSet;
import java.util.List;

/** Prints what there is to say about a configuration, in HAProxy's form. */
final class DiagnosticReport {
    private static final int FAILED = 1;

    private final Console console;
    private final boolean diagnoses;

    /**
     * @param diagnoses {@code -dD}
     */
    DiagnosticReport(Console console, boolean diagnoses) {
        this.console = console;
        this.diagnoses = diagnoses;
    }

    void print(Diagnostics diagnostics) {
        diagnostics.all().forEach(this::print);
    }

    /** Those that have come since there were so many. */
    void printFrom(Diagnostics diagnostics, int first) {
        List<Diagnostic> all = diagnostics.all();
        all.subList(first, all.size()).forEach(this::print);
    }

    private void print(Diagnostic diagnostic) {
        var text = text(diagnostic);
        switch (diagnostic.severity()) {
            case ALERT -> console.alert(text);
            case WARNING -> console.warning(text);
            case NOTICE -> console.notice(text);
            case DIAG -> {
                if (diagnoses) console.diagnosis(text);
            }
        }
    }

    /** A message about a line names it; what goes over several lines is set off, as HAProxy does. */
    private static String text(Diagnostic diagnostic) {
        var position = diagnostic.position();
        var where = position.line() == 0 ? "" : "parsing [" + position + "] : ";
        var proposal = diagnostic.proposal().isEmpty() ? "" : "; did you mean '" + diagnostic.proposal() + "' maybe ?";
        return "config : " + where + (diagnostic.message() + proposal).replaceAll("\n(?! *\\|)", "\n   | ");
    }

    /** The last words before the end. */
    int fatal(Diagnostics diagnostics) {
        var files = new LinkedHashSet<String>();
        for (var diagnostic : diagnostics.all())
            if (diagnostic.severity() == Severity.ALERT && diagnostic.position().line() > 0)
                files.add(diagnostic.position().file());
        for (var file : files) console.alert("config : Error(s) found in configuration file : " + file);
        console.alert("config : Fatal errors found in configuration.");
        return FAILED;
    }
}
