package headway.traffic.stream;

import headway.traffic.counter.Gauge;
import headway.traffic.counter.Tally;
import org.jspecify.annotations.Nullable;

/**
 * The listening socket that a client came in by, as its session knows it.
 *
 * @param name of the {@code bind} line; without one {@code sock-} and the number
 * @param id what the {@code bind} line says, else the frontend's next free number
 * @param clients how many are inside
 * @param tally what is counted of it alone, with {@code option socket-stats}
 */
public record Inlet(
        Frontend frontend,
        String name,
        int id,
        Gauge clients,
        @Nullable Tally tally) {
    /** The name as rules see it: empty without one on the {@code bind} line. */
    String label() {
        return name.startsWith("sock-") ? "" : name;
    }
}
