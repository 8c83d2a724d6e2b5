package headway.language.table;

import headway.language.draft.BindDraft;
import headway.language.draft.LogForwardDraft;
import headway.language.draft.TimeoutName;
import headway.language.model.LogForward.Host;
import headway.language.syntax.Mistake;
import java.util.List;

/** {@code log-forward} sections: configuration manual 12.6. */
final class LogForwardTable {
    private static final String SECTION = "log-forward";

    static final List<Directive<LogForwardDraft>> TABLE = List.of(
            Entry.<LogForwardDraft>entry("bind", "An address where messages come in over connections.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("bind 127.0.0.1:1514")
                    .reads(FrontTable.BIND_FORM, (forward, words) -> FrontTable.bind(forward.front, words, SECTION)),
            Entry.<LogForwardDraft>entry("dgram-bind", "An address where messages come in as datagrams.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("dgram-bind 127.0.0.1:1514")
                    .reads(FrontTable.BIND_FORM, LogForwardTable::datagrams),
            Entry.<LogForwardDraft>entry("log", "Where messages go, or all receivers of global.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("log 127.0.0.1:10001 sample 1:4 local0", "log ring@myring local0", "log global")
                    .no((forward, words) -> LogTargets.clear(forward.front.log.targets, words))
                    .reads(
                            "{ global | " + LogTargets.FORM + " }",
                            (forward, words) -> LogTargets.add(forward.front.log, words)),
            Entry.<LogForwardDraft>entry("maxconn", "How many connections it takes at a time.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .unset("maxconn 10")
                    .example("maxconn 100")
                    .takes(Forms.count(), (forward, n) -> forward.front.front.maxConnections = n),
            Entry.<LogForwardDraft>entry("backlog", "How many connections the system keeps until they are accepted.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("backlog 128")
                    .takes(Forms.count(), (forward, n) -> forward.front.front.backlog = n),
            Entry.<LogForwardDraft>entry("timeout client", "How long a client may be silent.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("timeout client 30s")
                    .takes(Forms.time(), (forward, nanos) -> forward.front.timeouts.put(TimeoutName.CLIENT, nanos)),
            Entry.<LogForwardDraft>entry(
                            "option assume-rfc6587-ntf",
                            "Messages on connections end with a line feed, whatever they begin with.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("option assume-rfc6587-ntf")
                    .sets(forward -> forward.byLines = true),
            Entry.<LogForwardDraft>entry(
                            "option dont-parse-log", "Messages are passed on as they came and not taken apart.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .example("option dont-parse-log")
                    .sets(forward -> forward.parses = false),
            Entry.<LogForwardDraft>entry("option host", "What becomes of the host's name in a message.")
                    .in(Section.ONLY_LOG_FORWARD)
                    .unset("option host fill")
                    .example("option host replace", "option host append", "option host keep")
                    .reads("{ replace | fill | keep | append }", LogForwardTable::host));

    private LogForwardTable() {}

    private static void datagrams(LogForwardDraft forward, Arguments words) throws Mistake {
        if (!words.has())
            throw words.mistake(
                    "'dgram-bind' expects {<path>|[addr1]:port1[-end1]}{,[addr]:port[-end]}... as arguments.");
        var text = words.next();
        var bind = new BindDraft(words.position(), SocketAddresses.toReceiveOn(text, words));
        var title = "dgram-bind " + text;
        var titles = new OptionReader.Titles("'" + title + "' in section '" + SECTION + "'", title);
        OptionReader.read(words.reading().tables().bind(), bind, words, titles);
        forward.datagramBinds.add(bind.done());
    }

    private static void host(LogForwardDraft forward, Arguments words) throws Mistake {
        var word = words.next();
        forward.host = switch (word) {
            case "replace" -> Host.REPLACE;
            case "fill" -> Host.FILL;
            case "keep" -> Host.KEEP;
            case "append" -> Host.APPEND;
            default ->
                throw words.mistake(
                        "'option host' only supports 'replace', 'fill', 'keep' and 'append' (got '" + word + "')");
        };
        words.end();
    }
}
