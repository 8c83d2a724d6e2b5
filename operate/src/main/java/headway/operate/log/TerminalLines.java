package headway.operate.log;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.nio.charset.StandardCharsets;

/** Standard error while loops run: what it does not take at once is dropped and counted. Any thread. */
final class TerminalLines implements Console.Terminal {
    static final int LONGEST = 8191;

    private final Outlet outlet;
    private final int lineAt = Buffers.reserve(LONGEST + 1);

    TerminalLines(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public synchronized void write(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var length = Math.min(bytes.length, outlet.longest());
        Slab.put(lineAt, bytes, 0, length);
        outlet.send(lineAt, length, lineAt);
    }
}
