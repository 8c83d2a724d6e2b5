package headway.operate.log;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.line.AddressText;
import headway.language.line.LineWriter;
import headway.language.line.LogDate;
import headway.language.model.LogForward.Host;
import headway.language.model.LogTarget.LogForm;
import headway.operate.log.ReceivedMessage.Field;
import headway.operate.log.ReceivedMessage.Kind;
import headway.wire.engine.DatagramReceiver.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the text of a message that is passed on: made of what came with it, and of the time of day where it had no date.
 *
 * @param form null to keep the one it came in
 * @param facility for messages without one
 */
record RelayHeader(@Nullable LogForm form, int facility, Host host) {
    private static final int PRINTED_PRIORITIES = 1000;

    /** Facility and level of the message. */
    int priority(ReceivedMessage message) {
        return message.priority() < 0 ? facility << 3 : message.priority();
    }

    void write(LineWriter out, ReceivedMessage message, int priority, LogClock clock, Origin from) {
        switch (form == null ? kept(message) : form) {
            case LOCAL -> {
                traditional(out, message, priority, clock);
                tag(out, message);
            }
            case RFC3164 -> {
                traditional(out, message, priority, clock);
                host(out, message, from, "localhost");
                out.character(' ');
                tag(out, message);
            }
            case RFC5424 -> modern(out, message, priority, clock, from);
            case PRIORITY -> bracketed(out, priority % PRINTED_PRIORITIES);
            case SHORT -> bracketed(out, priority & 7);
            case TIMED -> {
                bracketed(out, priority & 7);
                modernDate(out, message, clock);
                out.character(' ');
            }
            case ISO -> {
                modernDate(out, message, clock);
                out.character(' ');
            }
            case RAW -> {}
        }
    }

    /** As watched: by what the message has. */
    private static LogForm kept(ReceivedMessage message) {
        if (message.has(Field.HOST)) return message.kind() == Kind.MODERN ? LogForm.RFC5424 : LogForm.RFC3164;
        if (message.has(Field.TAG)) return LogForm.LOCAL;
        return message.priority() < 0 ? LogForm.RAW : LogForm.PRIORITY;
    }

    private static void bracketed(LineWriter out, int number) {
        out.character('<');
        out.number(number);
        out.character('>');
    }

    private static void traditional(LineWriter out, ReceivedMessage message, int priority, LogClock clock) {
        bracketed(out, priority % PRINTED_PRIORITIES);
        var date = message.at(Field.DATE);
        if (message.kind() == Kind.TRADITIONAL) out.copy(date, message.length(Field.DATE));
        else if (message.has(Field.DATE)) shortened(out, date);
        else clock.date().syslog(out);
        out.character(' ');
    }

    /** {@code Oct  1 22:14:15} of {@code 2003-10-01T22:14:15.003Z}: the zone is lost with the rest. */
    private static void shortened(LineWriter out, int date) {
        var month = (Slab.byteAt(date + 5) - '0') * 10 + Slab.byteAt(date + 6) - '0';
        out.text(LogDate.month(month));
        out.character(' ');
        out.character(Slab.byteAt(date + 8) == '0' ? ' ' : Slab.byteAt(date + 8));
        out.character(Slab.byteAt(date + 9));
        out.character(' ');
        out.copy(date + 11, 8);
    }

    private static void tag(LineWriter out, ReceivedMessage message) {
        if (!message.has(Field.TAG)) return;
        out.copy(message.at(Field.TAG), message.length(Field.TAG));
        if (message.has(Field.PROCESS)) {
            out.character('[');
            out.copy(message.at(Field.PROCESS), message.length(Field.PROCESS));
            out.character(']');
        }
        out.text(": ");
    }

    private void modern(LineWriter out, ReceivedMessage message, int priority, LogClock clock, Origin from) {
        bracketed(out, priority % PRINTED_PRIORITIES);
        out.text("1 ");
        if (message.kind() == Kind.MODERN && !message.has(Field.DATE)) out.character('-');
        else modernDate(out, message, clock);
        out.character(' ');
        host(out, message, from, "-");
        out.character(' ');
        fieldOrNone(out, message, Field.TAG);
        fieldOrNone(out, message, Field.PROCESS);
        fieldOrNone(out, message, Field.IDENTIFIER);
        fieldOrNone(out, message, Field.DATA);
    }

    private static void fieldOrNone(LineWriter out, ReceivedMessage message, Field field) {
        if (message.has(field)) out.copy(message.at(field), message.length(field));
        else out.character('-');
        out.character(' ');
    }

    /** A traditional date has neither year nor zone: a month still to come is one of last year, and RFC 3339 4.3 has a sign for a zone that is not known. */
    private static void modernDate(LineWriter out, ReceivedMessage message, LogClock clock) {
        var date = message.at(Field.DATE);
        if (message.kind() == Kind.TRADITIONAL) {
            var month = message.month() + 1;
            out.padded(clock.date().year() - (month > clock.date().month() ? 1 : 0), 4);
            out.character('-');
            out.padded(month, 2);
            out.character('-');
            out.character(Slab.byteAt(date + 4) == ' ' ? '0' : Slab.byteAt(date + 4));
            out.character(Slab.byteAt(date + 5));
            out.character('T');
            out.copy(date + 7, 8);
            out.text("-00:00");
        } else if (message.has(Field.DATE)) out.copy(date, message.length(Field.DATE));
        else clock.date().iso(out, clock.micros());
    }

    private void host(LineWriter out, ReceivedMessage message, Origin from, String none) {
        var isGiven = message.has(Field.HOST);
        var sender = host == Host.KEEP || isGiven && host == Host.FILL ? null : from.address();
        if (isGiven && (sender == null || host == Host.APPEND))
            out.copy(message.at(Field.HOST), message.length(Field.HOST));
        if (isGiven && sender != null && host == Host.APPEND) out.character(',');
        if (sender instanceof Address.Inet inet) AddressText.write(out, inet.bytes());
        else if (!isGiven) out.text(none);
    }
}
