package headway.traffic.server;

import headway.language.model.BackSide.HttpReuse;
import java.util.function.IntSupplier;

/**
 * What the pools of all servers of a backend have in common.
 *
 * @param reuse {@code http-reuse}
 * @param shared {@code tune.idle-pool.shared}: a loop may take another's idle connections
 * @param descriptors how many descriptors the process uses now
 * @param lowDescriptors from here on no connection is kept idle ({@code tune.pool-low-fd-ratio})
 * @param highDescriptors from here on an idle connection is closed for each new one ({@code tune.pool-high-fd-ratio})
 */
public record PoolPolicy(
        HttpReuse reuse, boolean shared, IntSupplier descriptors, int lowDescriptors, int highDescriptors) {
    /** Without a limit of descriptors. */
    public static PoolPolicy unlimited(HttpReuse reuse, boolean shared) {
        return new PoolPolicy(reuse, shared, () -> 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
