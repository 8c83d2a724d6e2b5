package headway.operate.log;

import headway.language.line.LineWriter;
import headway.language.line.LogDate;
import headway.language.model.LogTarget.LogForm;

/**
 * What stands before a message in the forms of the {@code log} line's {@code format} word.
 *
 * @param hostName of {@code log-send-hostname}, or empty
 * @param tag {@code log-tag}
 * @param process the process's number
 */
record SyslogHeader(LogForm form, int facility, String hostName, String tag, long process) {
    /** Room that a header takes at most. */
    static final int SIZE = 512;

    /** How long the sign for "no structured data" is, with which {@link LogForm#RFC5424} ends. */
    static final int NO_DATA = 2;

    /** True when the header says more than whole seconds, so that it must be written for each message. */
    boolean isExact() {
        return form == LogForm.RFC5424 || form == LogForm.TIMED || form == LogForm.ISO;
    }

    /**
     * @param date moved to the time of the message
     * @param micros of its second
     */
    void write(LineWriter out, int level, LogDate date, int micros) {
        switch (form) {
            case RFC3164 -> traditional(out, level, date, hostName.isEmpty() ? "localhost" : hostName);
            case LOCAL -> traditional(out, level, date, hostName);
            case RFC5424 -> modern(out, level, date, micros);
            case PRIORITY -> number(out, facility << 3 | level);
            case SHORT -> number(out, level);
            case TIMED -> {
                number(out, level);
                date.iso(out, micros);
                out.character(' ');
            }
            case ISO -> {
                date.iso(out, micros);
                out.character(' ');
            }
            case RAW -> {}
        }
    }

    private static void number(LineWriter out, int value) {
        out.character('<');
        out.number(value);
        out.character('>');
    }

    private void traditional(LineWriter out, int level, LogDate date, String host) {
        number(out, facility << 3 | level);
        date.syslog(out);
        out.character(' ');
        if (!host.isEmpty()) {
            out.text(host);
            out.character(' ');
        }
        out.text(tag);
        out.character('[');
        out.number(process);
        out.text("]: ");
    }

    /** RFC 5424 6: version 1, no message identifier and no structured data. */
    private void modern(LineWriter out, int level, LogDate date, int micros) {
        number(out, facility << 3 | level);
        out.text("1 ");
        date.iso(out, micros);
        out.character(' ');
        out.text(hostName.isEmpty() ? "-" : hostName);
        out.character(' ');
        out.text(tag);
        out.character(' ');
        out.number(process);
        out.text(" - - ");
    }
}
