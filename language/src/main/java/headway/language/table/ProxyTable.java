package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.known.Awaited;
import headway.language.model.Mode;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;

/** What a proxy is. */
final class ProxyTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry(
                            "mode",
                            "What the proxy speaks; auto, which is Headway's own, finds out by a connection's first bytes.")
                    .in(Section.PROXIES)
                    .unset("mode tcp")
                    .example("mode http", "mode auto", "mode log")
                    .reads("{ tcp | http | auto | log }", ProxyTable::mode),
            Entry.<ProxyDraft>entry("description", "A text that statistics show.")
                    .in(EnumSet.of(Section.FRONTEND, Section.LISTEN, Section.BACKEND))
                    .example("description the shop")
                    .takes(Forms.rest("string"), (proxy, text) -> proxy.description = text),
            Entry.<ProxyDraft>entry("id", "The number by which statistics and the runtime API know the proxy.")
                    .in(EnumSet.of(Section.FRONTEND, Section.LISTEN, Section.BACKEND))
                    .unset("the next free number")
                    .example("id 10")
                    .reads("<number>", ProxyTable::id),
            Entry.<ProxyDraft>entry("disabled", "The proxy does not start.")
                    .in(Section.PROXIES)
                    .example("disabled")
                    .sets(proxy -> proxy.disabled = true),
            Entry.<ProxyDraft>entry("enabled", "Takes back an inherited disabled.")
                    .in(Section.PROXIES)
                    .example("disabled\nenabled")
                    .sets(proxy -> proxy.disabled = false),
            Entry.<ProxyDraft>entry("bind-process", "Which processes served the proxy when there were several.")
                    .in(Section.PROXIES)
                    .noEffect("there is one process")
                    .example("bind-process 1")
                    .ignores("<set>"));

    private static final List<String> MODES = List.of("tcp", "http", "auto", "log");

    private ProxyTable() {}

    private static void mode(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.takes("tcp")) proxy.mode = Mode.TCP;
        else if (words.takes("http")) proxy.mode = Mode.HTTP;
        else if (words.takes("auto")) auto(proxy, words);
        else if (words.takes("log")) log(proxy, words);
        else unknown(words);
        words.end();
        proxy.modePosition = words.position();
    }

    private static void auto(ProxyDraft proxy, Arguments words) throws Mistake {
        if (proxy.kind.isBackend() && !proxy.kind.isFrontend())
            throw words.mistake(
                    "'mode auto' is not possible in a backend: write 'mode http', a frontend in 'mode auto' can use it.");
        proxy.mode = Mode.AUTO;
    }

    private static void log(ProxyDraft proxy, Arguments words) throws Mistake {
        if (proxy.kind.isFrontend())
            throw words.mistake("'mode log' is possible in a backend only: messages come in by a log-forward section.");
        proxy.mode = Mode.LOG;
    }

    private static void unknown(Arguments words) throws Mistake {
        var word = words.next();
        switch (word) {
            case "health" ->
                throw words.mistake(
                        "'mode health' doesn't exist anymore. Please use 'http-request return status 200' instead.");
            case "spop" -> throw words.mistake(Messages.notYet("mode " + word, Awaited.SPOE));
            default -> throw words.unknown("unknown proxy mode '" + word + "'.", MODES);
        }
    }

    private static void id(ProxyDraft proxy, Arguments words) throws Mistake {
        var id = words.read(Forms.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        if (id <= 0) throw words.mistake("custom id has to be > 0.");
        words.end();
        proxy.id = id;
    }
}
