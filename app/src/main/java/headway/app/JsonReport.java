package headway.app;

import headway.base.diagnostic.Diagnostic;
import headway.base.diagnostic.Diagnostics;
import headway.language.syntax.SourceLines;
import java.io.PrintStream;

/**
 * {@code -c --format json}: all there is to say about a configuration, for editors and scripts. Lines and columns count from 1, columns in UTF-16 code units;
 * the end column is the one behind the word. What is not about a line has line 0, what is about a whole line column 0.
 */
final class JsonReport {
    private final PrintStream out;
    private final SourceLines sources;

    JsonReport(PrintStream out, SourceLines sources) {
        this.out = out;
        this.sources = sources;
    }

    /** One object, with a line for each diagnostic. */
    void print(Diagnostics diagnostics, int exit) {
        var text = new StringBuilder("{\"exit\": ").append(exit).append(", \"diagnostics\": [");
        var separator = "\n  ";
        for (var diagnostic : diagnostics.inOrder()) {
            text.append(separator).append(object(diagnostic));
            separator = ",\n  ";
        }
        out.print(text.append("]}\n"));
    }

    private String object(Diagnostic diagnostic) {
        var at = diagnostic.position();
        var line = sources.line(at);
        var isWord = at.column() > 0 && at.column() <= line.length();
        var column = isWord ? width(line, at.column()) : at.column();
        var end = isWord ? width(line, SourceLines.wordEnd(line, at.column())) : at.column();
        return "{\"file\": " + quoted(at.file()) + ", \"line\": " + at.line() + ", \"column\": " + column
                + ", \"endColumn\": " + end + ", \"severity\": "
                + quoted(diagnostic.severity().word()) + ", \"code\": "
                + quoted(diagnostic.code().word()) + ", \"message\": "
                + quoted(SourceLines.readable(diagnostic.message())) + ", \"proposal\": "
                + quoted(SourceLines.readable(diagnostic.proposal())) + "}";
    }

    /** The column in code units of one in bytes. */
    private static int width(String line, int column) {
        return SourceLines.readable(line.substring(0, column - 1)).length() + 1;
    }

    /** RFC 8259 7. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c == '\n') quoted.append("\\n");
            else if (c < ' ' || c == 127) quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
