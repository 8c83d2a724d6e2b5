package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.LogFormat;
import headway.language.model.LogFormat.Form;
import headway.language.model.LogStep;
import headway.language.syntax.Mistake;
import java.util.List;

/** Where and in which form a proxy logs. */
final class LogTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("log", "A receiver of log lines, or all those of global.")
                    .in(Section.PROXIES)
                    .example(
                            "log 127.0.0.1:514 local0",
                            "log stdout format raw local0 debug err",
                            "log tcp@127.0.0.1:601 len 4096 format rfc5424 local0",
                            "log 127.0.0.1:514 sample 1-2:10 local0",
                            "log global")
                    .no((proxy, words) -> LogTargets.clear(proxy.log.targets, words))
                    .reads("{ global | " + LogTargets.FORM + " }", (proxy, words) -> LogTargets.add(proxy.log, words)),
            Entry.<ProxyDraft>entry("log-tag", "The tag of log lines instead of the program's name.")
                    .in(Section.PROXIES)
                    .example("log-tag shop")
                    .takes(Forms.word("tag"), (proxy, tag) -> proxy.log.tag = tag),
            Entry.<ProxyDraft>entry("option httplog", "Log lines tell of the request, its timers and how it ended.")
                    .in(Section.FRONT)
                    .example("option httplog", "option httplog clf")
                    .reads("[clf]", LogTable::http),
            Entry.<ProxyDraft>entry("option httpslog", "As option httplog, and what there is to say of TLS.")
                    .in(Section.FRONT)
                    .example("option httpslog")
                    .reads("", (proxy, words) -> format(proxy, words, Form.HTTPS)),
            Entry.<ProxyDraft>entry("option tcplog", "Log lines tell of the connection, its timers and how it ended.")
                    .in(Section.FRONT)
                    .example("option tcplog", "option tcplog clf")
                    .reads(
                            "[clf]",
                            (proxy, words) -> format(proxy, words, words.takes("clf") ? Form.TCP_CLF : Form.TCP)),
            Entry.<ProxyDraft>entry(
                            "option jsonlog",
                            "Each log line is a JSON object with OpenTelemetry's names, and says in words how it ended.")
                    .in(Section.FRONT)
                    .example("option jsonlog")
                    .reads("", (proxy, words) -> format(proxy, words, Form.JSON)),
            Entry.<ProxyDraft>entry("log-format", "What log lines say, in a text with aliases and expressions.")
                    .in(Section.FRONT)
                    .example("log-format \"%ci:%cp [%tr] %ST %{+Q}r %[capture.req.hdr(0)]\"")
                    .reads("<format>", (proxy, words) -> proxy.log.line = format(words)),
            Entry.<ProxyDraft>entry(
                            "log-format-sd", "The structured data of log lines in the form of RFC 5424 (6.3 there).")
                    .in(Section.FRONT)
                    .example("log-format-sd \"%{+E}o [exampleSDID@1234 bytes=\\\"%B\\\" status=\\\"%ST\\\"]\"")
                    .reads("<format>", (proxy, words) -> proxy.log.structuredData = format(words)),
            Entry.<ProxyDraft>entry("error-log-format", "What log lines say of clients whose request never became one.")
                    .in(Section.FRONT)
                    .example("error-log-format \"%ci:%cp [%tr] %ft %ST\"")
                    .reads("<format>", (proxy, words) -> proxy.log.error = format(words)),
            Entry.<ProxyDraft>entry("unique-id-format", "A text that tells each request from all others.")
                    .in(Section.PROXIES)
                    .example("unique-id-format \"%{+X}o %ci:%cp_%fi:%fp_%Ts_%rt:%pid\"")
                    .reads("<format>", (proxy, words) -> proxy.log.uniqueId = format(words)),
            Entry.<ProxyDraft>entry("unique-id-header", "The field by which the server is told the unique id.")
                    .in(Section.FRONT)
                    .example("unique-id-header X-Unique-ID")
                    .reads("<name>", LogTable::uniqueIdField),
            Entry.<ProxyDraft>entry("log-steps", "At which points of a stream's life a line is written.")
                    .in(Section.FRONT)
                    .unset("once, as soon as all is known that the line says")
                    .example("log-steps accept,close", "log-steps all")
                    .reads("{ all | <step>[,...] }", LogTable::steps));

    private LogTable() {}

    private static void http(ProxyDraft proxy, Arguments words) throws Mistake {
        var clf = words.takes("clf");
        if (words.has()) {
            words.next();
            throw words.mistake("keyword 'httplog' only supports option 'clf'.");
        }
        format(proxy, words, clf ? Form.HTTP_CLF : Form.HTTP);
    }

    private static void format(ProxyDraft proxy, Arguments words, Form form) throws Mistake {
        words.end();
        proxy.log.line = LogFormat.of(words.position(), form);
    }

    private static LogFormat format(Arguments words) throws Mistake {
        if (words.next().isEmpty()) throw words.mistake(words.keyword() + " expects an argument.");
        var text = words.taken();
        if (words.has()) {
            words.next();
            throw words.mistake(words.keyword() + " expects only one argument, don't forget to escape spaces!");
        }
        return new LogFormat(words.position(), Form.CUSTOM, text);
    }

    private static void uniqueIdField(ProxyDraft proxy, Arguments words) throws Mistake {
        var name = words.next();
        if (name.isEmpty()) throw words.mistake("unique-id-header expects an argument.");
        words.end();
        proxy.log.uniqueIdField = name;
    }

    private static void steps(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'log-steps' expects 'all' or a list of steps: " + LogStep.words() + ".");
        var bits = 0;
        for (var word : words.next().split(",", -1)) {
            if (word.equals("all") || word.equals("any")) bits = (1 << LogStep.values().length) - 1;
            else
                bits |= LogStep.of(word)
                        .orElseThrow(() -> words.mistake("'log-steps' : unknown step '" + word
                                + "', expected 'all' or some of " + LogStep.words() + "."))
                        .bit();
        }
        words.end();
        proxy.log.steps = bits;
    }
}
