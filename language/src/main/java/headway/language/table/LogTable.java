package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.Logging.Format;
import headway.language.syntax.Mistake;
import java.util.List;
import java.util.Optional;

/** Where and in which form a proxy logs. */
final class LogTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("log", "A receiver of log lines, or all those of global.")
                    .in(Section.PROXIES)
                    .example("log 127.0.0.1:514 local0", "log stdout format raw local0 debug err", "log global")
                    .no(proxy -> proxy.log.targets.clear())
                    .reads(
                            "{ global | <target> [len <length>] [format <format>] <facility> [<level> [<minimum>]] }",
                            LogTable::log),
            Entry.<ProxyDraft>entry("log-tag", "The tag of log lines instead of the program's name.")
                    .in(Section.PROXIES)
                    .example("log-tag shop")
                    .takes(Forms.word("tag"), (proxy, tag) -> proxy.log.tag = tag),
            Entry.<ProxyDraft>entry("option httplog", "Log lines tell of the request, its timers and how it ended.")
                    .in(Section.FRONT)
                    .example("option httplog")
                    .reads("", LogTable::http),
            Entry.<ProxyDraft>entry("option tcplog", "Log lines tell of the connection, its timers and how it ended.")
                    .in(Section.FRONT)
                    .example("option tcplog")
                    .reads("", (proxy, words) -> format(proxy, words, Format.TCP)));

    private LogTable() {}

    private static void log(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.line().count() == 2 && words.takes("global")) proxy.log.targets.add(Optional.empty());
        else proxy.log.targets.add(Optional.of(LogTargets.read(words)));
    }

    private static void http(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.takes("clf")) throw words.mistake(Messages.notYet("option httplog clf"));
        format(proxy, words, Format.HTTP);
    }

    private static void format(ProxyDraft proxy, Arguments words, Format format) throws Mistake {
        if (words.takes("clf")) throw words.mistake(Messages.notYet(words.keyword() + " clf"));
        words.end();
        proxy.log.format = format;
    }
}
