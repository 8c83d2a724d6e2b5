package headway.base.diagnostic;

import java.util.Locale;

/**
 * One thing to tell the operator about the configuration.
 *
 * @param code what kind of thing it is about
 * @param message the sentence, in HAProxy's form where HAProxy says the same
 * @param proposal what to write instead, or an empty string
 */
public record Diagnostic(Severity severity, Code code, Position position, String message, String proposal) {
    /** HAProxy's levels: an ALERT refuses the file, a WARNING is fatal with {@code -dW}, a NOTICE never is, DIAG shows with {@code -dD}. */
    public enum Severity {
        ALERT,
        WARNING,
        NOTICE,
        DIAG;

        /** In small letters, as programs read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
