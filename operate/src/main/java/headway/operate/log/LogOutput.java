package headway.operate.log;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.line.LineWriter;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import org.jspecify.annotations.Nullable;

/**
 * One {@code log} line at work on one loop (or, with a lock around it, for the threads that are no loops): puts the header before a message, cuts it and sends it.
 *
 * <p>The header is kept as long as second and level stay the same.
 */
final class LogOutput {
    private final LogTarget target;
    private final SyslogHeader header;
    private final Outlet outlet;
    private final @Nullable Sampler sampler;
    private final LineWriter writer = new LineWriter();
    private final int headerAt;
    private int headerLength;
    private int headerLevel = -1;
    private long headerSecond;

    /**
     * @param sampler null when all messages are sent
     */
    LogOutput(LogTarget target, SyslogHeader header, Outlet outlet, @Nullable Sampler sampler) {
        this.target = target;
        this.header = header;
        this.outlet = outlet;
        this.sampler = sampler;
        headerAt = Buffers.reserve(SyslogHeader.SIZE);
    }

    LogTarget target() {
        return target;
    }

    boolean wants(int level) {
        return level <= target.level();
    }

    /**
     * Sends the message; the {@link SyslogHeader#SIZE} bytes before it and one after it may be overwritten.
     *
     * @return false when it was lost
     */
    boolean send(LogMessage message) {
        if (sampler != null && !sampler.next()) return true;
        head(message);
        var text = Math.min(message.length, outlet.longestText());
        if (message.dataLength > 0 && header.form() == LogForm.RFC5424) return assembled(message, text);
        var from = message.at - headerLength;
        Slab.copy(headerAt, from, headerLength);
        return outlet.send(from, Math.min(headerLength + text, outlet.longest()), message.at);
    }

    /** How long the message's text may be without being cut. */
    int room(LogMessage message) {
        head(message);
        var hasData = message.dataLength > 0 && header.form() == LogForm.RFC5424;
        var before = hasData ? headerLength - SyslogHeader.NO_DATA + message.dataLength + 1 : headerLength;
        return Math.max(0, Math.min(outlet.longestText(), outlet.longest() - before));
    }

    private void head(LogMessage message) {
        var sent = Math.max(message.level, target.minimumLevel());
        var date = message.clock.date();
        if (header.isExact() || sent != headerLevel || date.second() != headerSecond) refresh(sent, message.clock);
    }

    /** The header ends with "- ", the sign for no structured data, which is replaced. */
    private boolean assembled(LogMessage message, int text) {
        var at = message.assemblyAt();
        var kept = headerLength - SyslogHeader.NO_DATA;
        var textAt = at + kept + message.dataLength + 1;
        Slab.copy(headerAt, at, kept);
        Slab.copy(message.dataAt, at + kept, message.dataLength);
        Slab.putByte(textAt - 1, (byte) ' ');
        Slab.copy(message.at, textAt, text);
        return outlet.send(at, Math.min(textAt + text - at, outlet.longest()), textAt);
    }

    long dropped() {
        return outlet.dropped();
    }

    void close() {
        outlet.close();
    }

    private void refresh(int level, LogClock clock) {
        writer.begin(headerAt, SyslogHeader.SIZE);
        header.write(writer, level, clock.date(), clock.micros());
        headerLength = writer.length();
        headerLevel = level;
        headerSecond = clock.date().second();
    }
}
