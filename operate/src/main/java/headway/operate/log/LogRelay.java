package headway.operate.log;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.model.LogForward;
import headway.traffic.counter.ProcessTally;
import headway.wire.engine.DatagramReceiver;
import java.time.ZoneId;
import java.util.List;

/** A {@code log-forward} section on one loop: takes messages and hands each to all its receivers. */
public final class LogRelay implements DatagramReceiver {
    /** What came may be as long as what it is made into, header included. */
    static final int ROOM = 2 * LogMessage.LONGEST;

    private final LogForward section;
    private final List<RelayOutput> outputs;
    private final LogClock clock;
    private final ProcessTally tally;
    private final int loop;
    private final ReceivedMessage message = new ReceivedMessage();
    private final LineWriter writer = new LineWriter();
    private final int at = Buffers.reserve(ROOM + 1);

    LogRelay(LogForward section, List<RelayOutput> outputs, LogClock clock, ProcessTally tally, int loop) {
        this.section = section;
        this.outputs = List.copyOf(outputs);
        this.clock = clock;
        this.tally = tally;
        this.loop = loop;
    }

    /** As the section describes it. */
    public LogForward section() {
        return section;
    }

    static LogClock clock() {
        return new LogClock(ZoneId.systemDefault());
    }

    /** A message has come, by whatever way. Line feeds at its end are no part of it. */
    @Override
    public void received(int from, int length, Origin sender) {
        var size = length;
        while (size > 0 && Slab.byteAt(from + size - 1) == '\n') size--;
        if (section.parses()) message.parse(from, size);
        else message.plain(from, size);
        clock.tick();
        var lost = 0;
        for (var i = 0; i < outputs.size(); i++) if (!outputs.get(i).send(message, writer, at, clock, sender)) lost++;
        if (lost > 0) tally.add(loop, ProcessTally.Column.DROPPED_LOGS, lost);
    }
}
