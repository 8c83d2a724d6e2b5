package headway.operate.log;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program tells whoever started it: HAProxy's lines on standard error, with its words for the severity and their padding. Any thread.
 *
 * <p>Before the first line it says which program it is, as HAProxy does, so that a line in a log file can be traced.
 */
public final class Console {
    /** Takes whole lines, or drops them; it does not wait for whoever reads there. */
    @FunctionalInterface
    public interface Terminal {
        void write(String line);
    }

    private final PrintStream err;
    private final boolean isProcess;
    private final String prefix;
    private final String version;
    private final String executable;
    private final List<String> said = new ArrayList<>();
    private boolean quiet;
    private boolean introduced;
    private @Nullable Terminal terminal;

    /**
     * @param version as {@code -v} prints it
     * @param executable the path of the launcher
     */
    public Console(PrintStream err, long process, String version, String executable) {
        this(err, false, process, version, executable);
    }

    /** This process's own, which {@link #operate} may write to by another way. */
    public static Console ofProcess(PrintStream err, long process, String version, String executable) {
        return new Console(err, true, process, version, executable);
    }

    private Console(PrintStream err, boolean isProcess, long process, String version, String executable) {
        this.err = err;
        this.isProcess = isProcess;
        this.prefix = " (" + process + ") : ";
        this.version = version;
        this.executable = executable;
    }

    /** {@code -q}, or a daemon that has left its terminal: nothing is printed any more. */
    public synchronized void silence() {
        quiet = true;
    }

    /** Loops run from now on and have lines of operation, too, so these go where nobody has to wait. */
    public synchronized void operate(Terminal terminal) {
        if (isProcess) this.terminal = terminal;
    }

    public void notice(String text) {
        line("[NOTICE]  ", text, true);
    }

    public void warning(String text) {
        line("[WARNING] ", text, true);
    }

    public void alert(String text) {
        line("[ALERT]   ", text, true);
    }

    /** A line of operation, long after the start: without the introduction. */
    public void later(Severity severity, String text) {
        var open = terminal();
        if (open == null) line(severity.word, text, false);
        else open.write(severity.word + prefix + text);
    }

    private synchronized @Nullable Terminal terminal() {
        return quiet ? null : terminal;
    }

    /** With {@code -dD} only. */
    public void diagnosis(String text) {
        line("[DIAG]    ", text, true);
    }

    /** What was said while it started, printed or not: {@code show startup-logs}. */
    public synchronized List<String> said() {
        return List.copyOf(said);
    }

    private synchronized void line(String severity, String text, boolean introduce) {
        if (introduce) said.add(severity + prefix + text);
        if (quiet) return;
        if (introduce && !introduced) {
            introduced = true;
            err.println("[NOTICE]  " + prefix + "haproxy version is " + version);
            err.println("[NOTICE]  " + prefix + "path to executable is " + executable);
        }
        err.println(severity + prefix + text);
        err.flush();
    }

    /** A line's first word. */
    public enum Severity {
        NOTICE("[NOTICE]  "),
        WARNING("[WARNING] "),
        ALERT("[ALERT]   ");

        private final String word;

        Severity(String word) {
            this.word = word;
        }
    }
}
