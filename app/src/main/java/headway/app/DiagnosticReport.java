package headway.app;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.syntax.SourceLines;
import headway.operate.log.Console;
import java.util.LinkedHashSet;
import java.util.List;

/** Prints what there is to say about a configuration, in HAProxy's form; what is wrong with a word shows its line. */
final class DiagnosticReport {
    private static final int FAILED = 1;
    /** Of a line that is shown; of a longer one it is the part around the word. */
    private static final int WIDEST = 160;

    private final Console console;
    private final boolean diagnoses;
    private final SourceLines sources;

    /**
     * @param diagnoses {@code -dD}
     */
    DiagnosticReport(Console console, boolean diagnoses, SourceLines sources) {
        this.console = console;
        this.diagnoses = diagnoses;
        this.sources = sources;
    }

    void print(Diagnostics diagnostics) {
        diagnostics.inOrder().forEach(this::print);
        for (var severity : Severity.values()) {
            var more = diagnostics.count(severity) - Diagnostics.MOST;
            if (more > 0) console.notice("config : and " + more + " more of level " + severity);
        }
    }

    /** Those that have come since there were so many. */
    void printFrom(Diagnostics diagnostics, int first) {
        List<Diagnostic> all = diagnostics.all();
        all.subList(first, all.size()).forEach(this::print);
    }

    private void print(Diagnostic diagnostic) {
        switch (diagnostic.severity()) {
            case ALERT -> console.alert(text(diagnostic) + shown(diagnostic));
            case WARNING -> console.warning(text(diagnostic) + shown(diagnostic));
            case NOTICE -> console.notice(text(diagnostic));
            case DIAG -> {
                if (diagnoses) console.diagnosis(text(diagnostic));
            }
        }
    }

    /** A message about a line names it; what goes over several lines is set off, as HAProxy does. */
    private static String text(Diagnostic diagnostic) {
        var position = diagnostic.position();
        var where = position.line() == 0 ? "" : "parsing [" + position + "] : ";
        var message = SourceLines.readable(diagnostic.message()) + proposal(diagnostic);
        return "config : " + where + message.replaceAll("\n(?! *\\|)", "\n   | ");
    }

    private static String proposal(Diagnostic diagnostic) {
        var proposal = diagnostic.proposal();
        // A message about an old name has the new one in it.
        if (proposal.isEmpty() || diagnostic.code() == Code.DEPRECATED) return "";
        var next = diagnostic.message().endsWith(".") ? " Did" : "; did";
        return next + " you mean '" + proposal + "' maybe ?";
    }

    /** The line with a mark under the word that is meant; nothing when the line as a whole is, or the message shows it. */
    private String shown(Diagnostic diagnostic) {
        var position = diagnostic.position();
        if (position.column() == 0 || diagnostic.message().contains("\n")) return "";
        var written = sources.line(position);
        if (position.column() > written.length() + 1) return "";
        // What ends too early is marked behind its end.
        var line = position.column() > written.length() ? written + " " : written;
        var from = Math.max(0, Math.min(position.column() - 1 - WIDEST / 2, line.length() - WIDEST));
        var end = Math.min(line.length(), from + WIDEST);
        var word = Math.min(SourceLines.wordEnd(line, position.column()) - 1, end);
        var label = position.line() + ":" + position.column() + ": ";
        var before = SourceLines.readable(line.substring(from, position.column() - 1));
        var marked = SourceLines.readable(line.substring(position.column() - 1, Math.max(word, position.column())));
        return "\n   | " + label
                + clean(before + marked + SourceLines.readable(line.substring(Math.max(word, position.column()), end)))
                + "\n   | "
                + " ".repeat(label.length() + before.length())
                + "^".repeat(marked.length());
    }

    /** Nothing that moves the cursor. */
    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").stripTrailing();
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
