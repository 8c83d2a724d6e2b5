package headway.operate.log;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.line.LogDate;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.wire.engine.DatagramSender;

/**
 * One {@code log} line at work on one loop (or, with a lock around it, for the threads that are no loops): puts the header before a message, cuts it and sends it.
 *
 * <p>The header is kept as long as second and level stay the same.
 */
final class LogOutput {
    /** "- " at the end of a header of RFC 5424. */
    private static final int NO_DATA_LENGTH = 2;

    private final LogTarget target;
    private final SyslogHeader header;
    private final DatagramSender sender;
    private final LineWriter writer = new LineWriter();
    private final int headerAt;
    private int headerLength;
    private int headerLevel = -1;
    private long headerSecond;
    private boolean withData;

    LogOutput(LogTarget target, SyslogHeader header, DatagramSender sender) {
        this.target = target;
        this.header = header;
        this.sender = sender;
        headerAt = Buffers.reserve(SyslogHeader.SIZE);
    }

    /** Whether the messages from now on begin with structured data, so that the header does not say that there is none. */
    void carriesData(boolean withData) {
        this.withData = withData;
    }

    /** Its header has a place for structured data. */
    boolean takesData() {
        return header.form() == LogForm.RFC5424;
    }

    boolean wants(int level) {
        return level <= target.level();
    }

    /**
     * Sends the message; the {@link SyslogHeader#SIZE} bytes before it and one after it may be overwritten.
     *
     * @param date moved to now
     * @return false when it was lost
     */
    boolean send(int at, int length, int level, LogDate date, int micros) {
        var sent = Math.max(level, target.minimumLevel());
        if (header.isExact() || sent != headerLevel || date.second() != headerSecond) refresh(sent, date, micros);
        var header = headerLength - (withData ? NO_DATA_LENGTH : 0);
        var from = at - header;
        Slab.copy(headerAt, from, header);
        var end = from + Math.min(header + length, target.maximumLength());
        var saved = Slab.byteAt(end);
        Slab.putByte(end, (byte) '\n');
        var done = sender.send(from, end + 1 - from);
        Slab.putByte(end, saved);
        return done;
    }

    long dropped() {
        return sender.dropped();
    }

    void close() {
        sender.close();
    }

    private void refresh(int level, LogDate date, int micros) {
        writer.begin(headerAt, SyslogHeader.SIZE);
        header.write(writer, level, date, micros);
        headerLength = writer.length();
        headerLevel = level;
        headerSecond = date.second();
    }
}
