package headway.traffic.route;

import headway.language.model.SocketBuffers;
import headway.language.model.Tuning;
import headway.wire.engine.Loop;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What all backends of a process have in common.
 *
 * @param descriptors how many descriptors the process uses now
 * @param descriptorLimit how many it may use
 */
public record BackendSetting(
        List<Loop> loops,
        Tuning.IdlePool idlePool,
        SocketBuffers buffers,
        IntSupplier descriptors,
        int descriptorLimit) {
    public BackendSetting {
        loops = List.copyOf(loops);
    }

    int share(int percent) {
        return (int) ((long) descriptorLimit * percent / 100);
    }
}
