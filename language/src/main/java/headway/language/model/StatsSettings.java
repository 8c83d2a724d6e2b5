package headway.language.model;

import java.util.List;

/**
 * {@code stats} of {@code global}.
 *
 * @param timeoutNanos of an idle CLI connection, 10 s unless set
 * @param maxConnections at a time, 10 unless set
 * @param hasMaxima false when the columns of the highest values are to stay 0
 */
public record StatsSettings(List<StatsSocket> sockets, long timeoutNanos, int maxConnections, boolean hasMaxima) {
    public StatsSettings {
        sockets = List.copyOf(sockets);
    }
}
