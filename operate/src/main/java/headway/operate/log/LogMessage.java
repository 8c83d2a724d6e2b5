package headway.operate.log;

import headway.base.memory.Buffers;
import headway.language.line.LineWriter;
import headway.traffic.account.Account;

/**
 * The message that a desk is about to send: its text in the slab, with room for a header before it and one byte behind it. Filled anew for each message.
 */
final class LogMessage {
    /** The longest message that {@code len} can ask for. */
    static final int LONGEST = 65_535;

    final LogClock clock;
    /** Where the text lies. */
    final int at = Buffers.reserve(SyslogHeader.SIZE + LONGEST + 1) + SyslogHeader.SIZE;

    int length;
    int level;
    /** STRUCTURED-DATA of RFC 5424; a length of 0 for none. */
    int dataAt = -1;

    int dataLength;
    private int assemblyAt = -1;

    LogMessage(LogClock clock) {
        this.clock = clock;
    }

    /** Takes this text; without structured data. */
    void text(String text, LineWriter writer) {
        writer.begin(at, LONGEST);
        writer.text(text);
        length = writer.length();
        dataLength = 0;
    }

    /**
     * Takes the stream's line.
     *
     * @param longest what is written, at most
     */
    void line(OutputLine line, Account account, LineWriter writer, int longest) {
        writer.begin(at, longest);
        line.text().write(account, writer);
        length = writer.length();
        dataLength = 0;
        var data = line.data();
        if (data == null) return;
        if (dataAt < 0) dataAt = Buffers.reserve(LONGEST);
        writer.begin(dataAt, LONGEST);
        data.write(account.scope, writer);
        dataLength = writer.length();
    }

    /** Room to put a header with structured data and the text together. */
    int assemblyAt() {
        if (assemblyAt < 0) assemblyAt = Buffers.reserve(SyslogHeader.SIZE + 2 * LONGEST + 2);
        return assemblyAt;
    }
}
