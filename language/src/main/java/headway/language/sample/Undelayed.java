package headway.language.sample;

/**
 * Attached where {@code tcp-request content} rules do not wait: what a client sends may or may not be there by then, and HAProxy warns of rules that keep some of it.
 *
 * @param title of the proxy, as messages name it
 */
public record Undelayed(String title) {}
