package headway.wire.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to set on a socket before it connects or listens.
 *
 * @param device network interface to bind to, or null
 * @param namespace network namespace, or null
 */
public record SocketOptions(
        Map<SocketOption, Integer> values,
        @Nullable String device,
        @Nullable String namespace) {
    public static final SocketOptions NONE = new SocketOptions(Map.of(), null, null);
}
