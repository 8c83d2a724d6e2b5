package headway.operate.log;

import headway.base.memory.Buffers;
import headway.language.model.Logging.Format;
import headway.traffic.account.Account;
import java.time.ZoneId;
import java.util.List;

/** What one loop needs to write lines: a range of the slab, a date, and nothing shared. */
final class LogDesk {
    /** The longest message that {@code len} can ask for. */
    static final int LONGEST = 65_535;

    private final LineWriter writer = new LineWriter();
    private final LogDate now;
    /** Streams began at other times than now; a date of their own keeps both from being worked out again and again. */
    private final LogDate began;

    private final int bodyAt;

    LogDesk(ZoneId zone) {
        now = new LogDate(zone);
        began = new LogDate(zone);
        bodyAt = Buffers.reserve(SyslogHeader.SIZE + LONGEST + 1) + SyslogHeader.SIZE;
    }

    /** Writes the stream's line to those outputs that want its level; returns how many were lost. */
    int stream(List<LogOutput> outputs, Format format, Account account, int level, int uriLength) {
        writer.begin(bodyAt, LONGEST);
        StreamLine.write(writer, format, account, began, uriLength);
        return send(outputs, level);
    }

    int message(List<LogOutput> outputs, String text, int level) {
        writer.begin(bodyAt, LONGEST);
        writer.text(text);
        return send(outputs, level);
    }

    private int send(List<LogOutput> outputs, int level) {
        var millis = System.currentTimeMillis();
        now.at(millis);
        var micros = (int) Math.floorMod(millis, 1000L) * 1000;
        var lost = 0;
        for (var i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (output.wants(level) && !output.send(bodyAt, writer.length(), level, now, micros)) lost++;
        }
        return lost;
    }
}
