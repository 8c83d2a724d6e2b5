package headway.wire.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to set on a socket before it connects or listens.
 *
 * @param device network interface to bind to, or null
 * @param namespace network namespace, or null
 * @param congestion name of the algorithm by which TCP controls congestion, or null; where the system has no such one its own stays
 */
public record SocketOptions(
        Map<SocketOption, Integer> values,
        @Nullable String device,
        @Nullable String namespace,
        @Nullable String congestion) {
    public static final SocketOptions NONE = new SocketOptions(Map.of(), null, null);

    public SocketOptions(Map<SocketOption, Integer> values, @Nullable String device, @Nullable String namespace) {
        this(values, device, namespace, null);
    }
}
