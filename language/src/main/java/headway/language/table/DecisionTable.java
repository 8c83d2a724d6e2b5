package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.ProxyRules.Decision;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lines that decide something by a condition and belong to no rule set; kept as they are, like rules. */
final class DecisionTable {
    private static final Set<Section> FRONTENDS = EnumSet.of(Section.FRONTEND, Section.LISTEN);
    private static final Set<Section> BACKENDS = EnumSet.of(Section.LISTEN, Section.BACKEND);
    private static final Set<Section> PROXIES = EnumSet.of(Section.FRONTEND, Section.LISTEN, Section.BACKEND);

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("redirect", "Answers requests with a redirect, after the http-request rules.")
                    .in(PROXIES)
                    .example("redirect prefix https://www.example.com code 301 if { path /a }")
                    .reads(
                            "{ location | prefix | scheme } <text> [ code <code> ] [<options>] [{ if | unless } <condition>]",
                            (proxy, words) -> keep(proxy, words, Decision.REDIRECT)),
            Entry.<ProxyDraft>entry("monitor fail", "When monitor-uri is answered with 503 instead of 200.")
                    .in(FRONTENDS)
                    .example("monitor fail if { path /a }")
                    .reads("{ if | unless } <condition>", DecisionTable::monitorFail),
            Entry.<ProxyDraft>entry(
                            "use-server", "The server of requests for which the condition holds, if it can be used.")
                    .in(BACKENDS)
                    .example("use-server z if { path /a }", "use-server %[path] unless { path /a }")
                    .reads("<server> { if | unless } <condition>", DecisionTable::useServer),
            persist(
                    "force-persist",
                    "When a server that a request belongs to gets it although it is down, and no other does."),
            persist("ignore-persist", "When a request is balanced although it belongs to a server."),
            Entry.<ProxyDraft>entry(
                            "force-be-switch",
                            "When backends are chosen although they are disabled or not published, to try them out.")
                    .in(FRONTENDS)
                    .example("force-be-switch if { path /a }")
                    .reads("{ if | unless } <condition>", (proxy, words) -> {
                        checkCondition(words, "force-be-switch");
                        keep(proxy, words, Decision.FORCE_SWITCH);
                    }));

    private DecisionTable() {}

    private static Directive<ProxyDraft> persist(String name, String summary) {
        return Entry.<ProxyDraft>entry(name, summary)
                .in(BACKENDS)
                .example(name + " if { path /a }")
                .reads("{ if | unless } <condition>", (proxy, words) -> {
                    checkCondition(words, name);
                    keep(proxy, words, Decision.PERSIST);
                });
    }

    private static void keep(ProxyDraft proxy, Arguments words, Decision decision) {
        proxy.rules.add(decision, words.line());
        words.rest();
    }

    private static void monitorFail(ProxyDraft proxy, Arguments words) throws Mistake {
        checkCondition(words, "monitor fail");
        keep(proxy, words, Decision.MONITOR_FAIL);
    }

    private static void useServer(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'use-server' expects a server name.");
        words.next();
        checkCondition(words, "use-server");
        keep(proxy, words, Decision.USE_SERVER);
    }

    private static void checkCondition(Arguments words, String name) throws Mistake {
        if (words.peek().equals("if") || words.peek().equals("unless")) return;
        throw words.mistake("'" + name + "' requires either 'if' or 'unless' followed by a condition.");
    }
}
