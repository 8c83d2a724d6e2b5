package headway.operate.log;

import headway.language.line.LineWriter;
import headway.traffic.account.Account;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one loop needs to write lines: ranges of the slab, a date, and nothing shared. */
final class LogDesk {
    private final LineWriter writer;
    private final LogClock clock;
    private final LogMessage usual;
    /** What single outputs are told in words of their own; made when first needed. */
    private @Nullable LogMessage own;

    LogDesk(ZoneId zone) {
        writer = new LineWriter(zone);
        clock = new LogClock(zone);
        usual = new LogMessage(clock);
    }

    /** The time of the message at hand. */
    LogClock clock() {
        return clock;
    }

    /** Writes the stream's line to those outputs that want its level; returns how many were lost. */
    int stream(List<LogOutput> outputs, OutputLines lines, Account account, int level) {
        clock.tick();
        usual.line(lines.usual(), account, writer, LogMessage.LONGEST);
        usual.level = level;
        var lost = 0;
        for (var i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            var line = lines.of(i);
            if (line == null || !output.wants(level)) continue;
            var message = line == lines.usual() ? usual : own(line, account, level, LogMessage.LONGEST);
            if (line.text().isWhole()) message = fitting(message, line, account, output);
            if (!output.send(message)) lost++;
        }
        return lost;
    }

    private LogMessage fitting(LogMessage message, OutputLine line, Account account, LogOutput output) {
        var room = output.room(message);
        return message.length <= room ? message : own(line, account, message.level, room);
    }

    private LogMessage own(OutputLine line, Account account, int level, int longest) {
        var message = own;
        if (message == null) own = message = new LogMessage(clock);
        message.line(line, account, writer, longest);
        message.level = level;
        return message;
    }

    int message(List<LogOutput> outputs, String text, int level) {
        clock.tick();
        usual.text(text, writer);
        usual.level = level;
        var lost = 0;
        for (var i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (output.wants(level) && !output.send(usual)) lost++;
        }
        return lost;
    }
}
