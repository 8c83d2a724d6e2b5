package headway.operate.log;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.sample.EventSinks;

/** Lines that expressions write for who looks on, as HAProxy's {@code debug} converter does: all loops share it, under its lock. */
final class EventLines implements EventSinks.Sink {
    /** As watched: the severity of what is looked at in rings. */
    private static final int EMERGENCY = 0;

    private final SyslogHeader header;
    private final Outlet outlet;
    private final LogClock clock;
    private final LineWriter writer = new LineWriter();
    private final int lineAt = Buffers.reserve(SyslogHeader.SIZE + LogMessage.LONGEST + 1);

    EventLines(SyslogHeader header, Outlet outlet, LogClock clock) {
        this.header = header;
        this.outlet = outlet;
        this.clock = clock;
    }

    @Override
    public synchronized void write(int at, int length) {
        clock.tick();
        writer.begin(lineAt, SyslogHeader.SIZE);
        header.write(writer, EMERGENCY, clock.date(), clock.micros());
        var textAt = lineAt + writer.length();
        var kept = Math.min(length, outlet.longestText());
        Slab.copy(at, textAt, kept);
        outlet.send(lineAt, Math.min(writer.length() + kept, outlet.longest()), textAt);
    }
}
