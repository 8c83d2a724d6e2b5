package headway.operate.log;

import headway.language.line.LineWriter;
import headway.language.model.LogTarget;
import headway.wire.engine.DatagramReceiver.Origin;
import org.jspecify.annotations.Nullable;

/** One {@code log} line of a {@code log-forward} section at work on one loop. */
final class RelayOutput {
    private final LogTarget target;
    private final RelayHeader header;
    private final Outlet outlet;
    private final @Nullable Sampler sampler;

    RelayOutput(LogTarget target, RelayHeader header, Outlet outlet, @Nullable Sampler sampler) {
        this.target = target;
        this.header = header;
        this.outlet = outlet;
        this.sampler = sampler;
    }

    /**
     * Passes the message on if it is wanted here.
     *
     * @param at room for header, text and a byte more
     * @return false when it was lost
     */
    boolean send(ReceivedMessage message, LineWriter out, int at, LogClock clock, Origin from) {
        var priority = header.priority(message);
        var level = priority & 7;
        if (level > target.level()) return true;
        if (sampler != null && !sampler.next()) return true;
        var sent = priority - level + Math.max(level, target.minimumLevel());
        out.begin(at, LogRelay.ROOM);
        header.write(out, message, sent, clock, from);
        var textAt = at + out.length();
        out.copy(message.textAt(), Math.min(message.textLength(), outlet.longestText()));
        return outlet.send(at, Math.min(out.length(), outlet.longest()), textAt);
    }

    long dropped() {
        return outlet.dropped();
    }

    void close() {
        outlet.close();
    }
}
