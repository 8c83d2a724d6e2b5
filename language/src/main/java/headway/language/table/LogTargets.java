package headway.language.table;

import headway.base.units.Address;
import headway.base.units.AddressException;
import headway.base.units.SocketText;
import headway.base.units.SocketText.Place;
import headway.base.units.SocketText.Transport;
import headway.language.draft.LogDraft;
import headway.language.known.Awaited;
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
    /** As the reference shows a line. */
    static final String FORM =
            "<target> [len <length>] [format <format>] [sample <ranges>:<size>] [profile <name>] <facility> [<level> [<minimum>]]";

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
        var form = words.takes("format") ? form(words) : null;
        var sampling = words.takes("sample") ? Samplings.read(words) : null;
        var profile = words.takes("profile") ? words.next() : null;
        if (!words.has()) throw wrong(words, "expects <address> and <facility> or global as arguments");
        var facility = numberOf(FACILITIES, words, "unknown log facility");
        var level = words.has() ? numberOf(LEVELS, words, "unknown optional log level") : LEVELS.size() - 1;
        var least = words.has() ? numberOf(LEVELS, words, "unknown optional minimum log level") : 0;
        if (words.has()) throw wrong(words, "cannot handle unexpected argument '" + words.next() + "'");
        return new LogTarget(words.position(), sink, length, form, facility, level, least, sampling, profile);
    }

    /** {@code log} of a section that may also say {@code log global}. */
    static void add(LogDraft log, Arguments words) throws Mistake {
        if (words.line().count() == 2 && words.takes("global")) log.targets.add(Optional.empty());
        else log.targets.add(Optional.of(read(words)));
    }

    /** {@code no log}. */
    static void clear(List<?> targets, Arguments words) throws Mistake {
        if (words.has()) throw wrong(words, "'no log' does not expect arguments");
        targets.clear();
    }

    private static Mistake wrong(Arguments words, String what) {
        return words.mistake("log : " + what);
    }

    private static int numberOf(List<String> names, Arguments words, String message) throws Mistake {
        var word = words.next();
        var number = names.indexOf(word);
        if (number < 0) throw words.unknown("log : " + message + " '" + word + "'", names);
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
        return form(word).orElseThrow(() -> words.unknown("log : unknown log format '" + word + "'", forms()));
    }

    private static List<String> forms() {
        return Arrays.stream(LogForm.values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The form of that name. */
    static Optional<LogForm> form(String word) {
        return Arrays.stream(LogForm.values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Sink sink(Arguments words) throws Mistake {
        var text = words.next();
        var named = standard(text);
        if (named.isPresent()) return named.get();
        if (text.startsWith("ring@")) return new Sink.Ring(named(text, "ring@", words));
        if (text.startsWith("backend@")) return new Sink.Backend(named(text, "backend@", words));
        try {
            return sink(words.socket(text), words);
        } catch (AddressException e) {
            throw wrong(words, e.getMessage() == null ? text : e.getMessage());
        }
    }

    private static String named(String text, String prefix, Arguments words) throws Mistake {
        var name = text.substring(prefix.length());
        if (name.isEmpty()) throw wrong(words, "missing name in '" + text + "'");
        return name;
    }

    private static Optional<Sink> standard(String text) {
        return switch (text) {
            case "stdout" -> Optional.of(new Sink.Descriptor(1));
            case "stderr" -> Optional.of(new Sink.Descriptor(2));
            default -> Optional.empty();
        };
    }

    private static Sink sink(SocketText text, Arguments words) throws AddressException, Mistake {
        var streams = text.transport() == Transport.STREAM;
        if (text.transport() == Transport.QUIC) throw wrong(words, Messages.notYet(text.text(), Awaited.QUIC));
        if (text.transport() == Transport.MPTCP) throw wrong(words, Messages.notYet(text.text(), Awaited.MPTCP));
        return switch (text.place()) {
            case Place.Unix(var path) -> streams ? new Sink.Stream(new Address.Unix(path)) : new Sink.Unix(path);
            case Place.Abstract(var name) ->
                streams ? new Sink.Stream(new Address.Abstract(name)) : new Sink.Abstract(name);
            case Place.Descriptor(var number) -> new Sink.Descriptor(number);
            case Place.SocketPair _ -> throw wrong(words, Messages.notYet(text.text(), Awaited.MASTER));
            case Place.Inet inet -> {
                var port = SocketAddresses.onePort(inet.ports(), text.text());
                var host =
                        SocketAddresses.host(inet, text.text(), words.reading().lookup());
                var address = new Address.Inet(host, port == 0 ? SYSLOG_PORT : port);
                yield streams ? new Sink.Stream(address) : new Sink.Udp(address);
            }
        };
    }
}
