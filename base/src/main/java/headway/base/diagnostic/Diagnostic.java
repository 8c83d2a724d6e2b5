package headway.base.diagnostic;

/**
 * One thing to tell the operator about the configuration.
 *
 * @param message the sentence, in HAProxy's form where HAProxy says the same
 * @param proposal what to write instead, or an empty string
 */
public record Diagnostic(Severity severity, Position position, String message, String proposal) {
    /** HAProxy's levels: an ALERT refuses the file, a WARNING is fatal with {@code -dW}, a NOTICE never is, DIAG shows with {@code -dD}. */
    public enum Severity {
        ALERT,
        WARNING,
        NOTICE,
        DIAG
    }
}
