package headway.language.sample;

/**
 * Attached to the conditions of rules in {@code mode http}: a connection is read as messages there, and HAProxy warns of tests that look at its bytes.
 *
 * @param proxy its name
 */
public record BytesUnseen(String proxy) {}
