package headway.operate.log;

import headway.base.memory.Buffers;
import headway.language.format.LineFormat;
import headway.language.line.LineWriter;
import headway.language.line.LogDate;
import headway.traffic.account.Account;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one loop needs to write lines: a range of the slab, a date, and nothing shared. */
final class LogDesk {
    /** The longest message that {@code len} can ask for. */
    static final int LONGEST = 65_535;

    private final LineWriter writer;
    private final LogDate now;
    private final int bodyAt;
    /** Of the second of {@link #now}. */
    private int micros;

    LogDesk(ZoneId zone) {
        writer = new LineWriter(zone);
        now = new LogDate(zone);
        bodyAt = Buffers.reserve(SyslogHeader.SIZE + LONGEST + 1) + SyslogHeader.SIZE;
    }

    /**
     * Writes the stream's line to those outputs that want its level; returns how many were lost.
     *
     * @param data stands before the line for those outputs that can have structured data (RFC 5424 6.3)
     */
    int stream(List<LogOutput> outputs, StreamLine line, @Nullable LineFormat data, Account account, int level) {
        writer.begin(bodyAt, LONGEST);
        if (data == null) {
            line.write(account, writer);
            return send(outputs, level);
        }
        data.write(account.scope, writer);
        writer.character(' ');
        var behindData = writer.length();
        line.write(account, writer);
        tick();
        // Those that have none come later, for their header is put where the data were.
        return send(outputs, true, 0, level) + send(outputs, false, behindData, level);
    }

    private int send(List<LogOutput> outputs, boolean withData, int from, int level) {
        var lost = 0;
        for (var i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (output.takesData() != withData || !output.wants(level)) continue;
            output.carriesData(withData);
            if (!output.send(bodyAt + from, writer.length() - from, level, now, micros)) lost++;
            output.carriesData(false);
        }
        return lost;
    }

    int message(List<LogOutput> outputs, String text, int level) {
        writer.begin(bodyAt, LONGEST);
        writer.text(text);
        return send(outputs, level);
    }

    private void tick() {
        var millis = System.currentTimeMillis();
        now.at(millis);
        micros = (int) Math.floorMod(millis, 1000L) * 1000;
    }

    private int send(List<LogOutput> outputs, int level) {
        tick();
        var lost = 0;
        for (var i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (output.wants(level) && !output.send(bodyAt, writer.length(), level, now, micros)) lost++;
        }
        return lost;
    }
}
