package headway.language.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The points of a stream's life at which {@code log-steps} may ask for a line, in their order. */
public enum LogStep {
    ACCEPT,
    REQUEST,
    CONNECT,
    RESPONSE,
    CLOSE;

    /** As a bit of a set. */
    public int bit() {
        return 1 << ordinal();
    }

    /** As the configuration writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LogStep> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    /** All of them, for a message. */
    public static String words() {
        return Arrays.stream(values()).map(step -> "'" + step.word() + "'").collect(Collectors.joining(", "));
    }
}
