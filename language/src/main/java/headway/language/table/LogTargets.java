package headway.language.table;

import headway.base.units.Address;
import headway.base.units.AddressException;
import headway.base.units.SocketText;
import headway.base.units.SocketText.Place;
import headway.base.units.SocketText.Transport;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.LogForm;
import headway.language.model.LogTarget.Sink;
import headway.language.syntax.Mistake;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code log} lines, in global and in proxies: configuration manual 4.2, "log". */
final class LogTargets {
    private static final int USUAL_LENGTH = 1024;
    private static final int SYSLOG_PORT = 514;

    /** RFC 5424 6.2.1, in the order of their numbers; 12 to 15 under HAProxy's names. */
    private static final List<String> FACILITIES = List.of(
            "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "auth2", "ftp", "ntp",
            "audit", "alert", "cron2", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7");

    /** RFC 5424 6.2.1, in the order of their numbers. */
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug");

    private LogTargets() {}

    static LogTarget read(Arguments words) throws Mistake {
        if (words.line().count() < 3) throw wrong(words, "expects <address> and <facility> or global as arguments");
        var sink = sink(words);
        var length = words.takes("len") ? length(words) : USUAL_LENGTH;
        var form = words.takes("format") ? form(words) : LogForm.LOCAL;
        if (words.takes("sample")) throw words.mistake(Messages.notYet("log ... sample"));
        if (words.takes("profile")) throw words.mistake(Messages.notYet("log ... profile"));
        if (!words.has()) throw wrong(words, "expects <address> and <facility> or global as arguments");
        var facility = numberOf(FACILITIES, words, "unknown log facility");
        var level = words.has() ? numberOf(LEVELS, words, "unknown optional log level") : LEVELS.size() - 1;
        var least = words.has() ? numberOf(LEVELS, words, "unknown optional minimum log level") : 0;
        if (words.has()) throw wrong(words, "cannot handle unexpected argument '" + words.next() + "'");
        return new LogTarget(words.position(), sink, length, form, facility, level, least);
    }

    private static Mistake wrong(Arguments words, String what) {
        return words.mistake("log : " + what);
    }

    private static int numberOf(List<String> names, Arguments words, String message) throws Mistake {
        var word = words.next();
        var number = names.indexOf(word);
        if (number < 0) throw wrong(words, message + " '" + word + "'");
        return number;
    }

    private static int length(Arguments words) throws Mistake {
        var word = words.next();
        try {
            var length = Integer.parseInt(word);
            if (length >= 80 && length <= 65535) return length;
        } catch (NumberFormatException e) {
            throw wrong(words, "invalid log length '" + word + "', must be between 80 and 65535");
        }
        throw wrong(words, "invalid log length '" + word + "', must be between 80 and 65535");
    }

    private static LogForm form(Arguments words) throws Mistake {
        var word = words.next();
        return Arrays.stream(LogForm.values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(words, "unknown log format '" + word + "'"));
    }

    private static Sink sink(Arguments words) throws Mistake {
        var text = words.next();
        var named = standard(text);
        if (named.isPresent()) return named.get();
        if (text.startsWith("ring@") || text.startsWith("backend@")) throw wrong(words, Messages.notYet(text));
        try {
            return sink(SocketText.parse(text), words);
        } catch (AddressException e) {
            throw wrong(words, e.getMessage() == null ? text : e.getMessage());
        }
    }

    private static Optional<Sink> standard(String text) {
        return switch (text) {
            case "stdout" -> Optional.of(new Sink.Descriptor(1));
            case "stderr" -> Optional.of(new Sink.Descriptor(2));
            default -> Optional.empty();
        };
    }

    private static Sink sink(SocketText text, Arguments words) throws AddressException, Mistake {
        if (text.transport() == Transport.STREAM
                || text.transport() == Transport.QUIC
                || text.transport() == Transport.MPTCP) throw wrong(words, Messages.notYet("log to a stream"));
        return switch (text.place()) {
            case Place.Unix(var path) -> new Sink.Unix(path);
            case Place.Descriptor(var number) -> new Sink.Descriptor(number);
            case Place.Inet inet -> {
                var port = SocketAddresses.onePort(inet.ports(), text.text());
                var host =
                        SocketAddresses.host(inet, text.text(), words.reading().lookup());
                yield new Sink.Udp(new Address.Inet(host, port == 0 ? SYSLOG_PORT : port));
            }
            case Place.Abstract _, Place.SocketPair _ -> throw wrong(words, Messages.notYet(text.text()));
        };
    }
}
