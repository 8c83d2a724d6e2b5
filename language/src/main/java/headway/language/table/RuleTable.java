package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.Proxy;
import headway.language.model.ProxyRules.Stage;
import headway.language.syntax.Mistake;
import java.util.List;
import java.util.Set;

/** Rules: kept as lines here, since what they say is the matter of expressions, conditions and actions. */
final class RuleTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("acl", "A named test, or one more way to pass the test of that name.")
                    .in(Section.PROXIES)
                    .example("acl is_static path_beg /static")
                    .reads("<name> <test> [<flags>] <value>...", RuleTable::acl),
            rule(
                    Stage.TCP_REQUEST_CONNECTION,
                    "A rule for a connection, before any byte of it is read.",
                    Section.FRONT,
                    "tcp-request connection reject if { src 192.0.2.1 }"),
            rule(
                    Stage.TCP_REQUEST_SESSION,
                    "A rule for a connection, once its preamble and handshake are through.",
                    Section.FRONT,
                    "tcp-request session accept"),
            rule(
                    Stage.TCP_REQUEST_CONTENT,
                    "A rule for what a client sends, as far as it is there.",
                    Section.PROXIES,
                    "tcp-request content accept"),
            rule(
                    Stage.TCP_RESPONSE_CONTENT,
                    "A rule for what a server sends, as far as it is there.",
                    Section.BACK,
                    "tcp-response content accept"),
            rule(
                    Stage.HTTP_REQUEST,
                    "A rule for a request.",
                    Section.PROXIES,
                    "http-request set-header x-a 1 if { path /a }"),
            rule(
                    Stage.HTTP_RESPONSE,
                    "A rule for a server's response.",
                    Section.PROXIES,
                    "http-response set-header x-a 1"),
            rule(
                    Stage.HTTP_AFTER_RESPONSE,
                    "A rule for any response, whoever made it.",
                    Section.PROXIES,
                    "http-after-response set-header x-a 1"),
            Entry.<ProxyDraft>entry(
                            "tcp-request inspect-delay", "How long tcp-request content rules may wait for data.")
                    .in(Section.PROXIES)
                    .example("tcp-request inspect-delay 5s")
                    .reads("<time>", (proxy, words) -> proxy.rules.requestInspectDelayNanos = delay(proxy, words)),
            Entry.<ProxyDraft>entry(
                            "tcp-response inspect-delay", "How long tcp-response content rules may wait for data.")
                    .in(Section.BACK)
                    .example("tcp-response inspect-delay 5s")
                    .reads("<time>", (proxy, words) -> proxy.rules.responseInspectDelayNanos = delay(proxy, words)));

    private RuleTable() {}

    private static Directive<ProxyDraft> rule(Stage stage, String summary, Set<Section> sections, String example) {
        return Entry.<ProxyDraft>entry(stage.words(), summary)
                .in(sections)
                .example(example)
                .reads("<action> [{ if | unless } <condition>]", (proxy, words) -> {
                    named(proxy, words);
                    if (!words.has()) throw words.mistake("'" + stage.words() + "' expects an action.");
                    proxy.rules.add(stage, words.line());
                    CaptureTable.rule(proxy, stage, words.line());
                    words.rest();
                });
    }

    private static void acl(ProxyDraft proxy, Arguments words) throws Mistake {
        named(proxy, words);
        if (!words.has()) throw words.mistake("'acl' expects a name and a test.");
        var name = words.next();
        for (var i = 0; i < name.length(); i++)
            if (!Names.isAllowed(name.charAt(i)))
                throw words.mistake("character '" + name.charAt(i) + "' is not permitted in acl name '" + name + "'.");
        if (name.equals("or") || name.equals("||"))
            throw words.mistake("acl name '" + name
                    + "' will never match. 'or' is used to express a logical disjunction within a condition.");
        proxy.rules.addAcl(words.line());
        words.rest();
    }

    private static void named(ProxyDraft proxy, Arguments words) throws Mistake {
        if (proxy.kind == Proxy.Kind.DEFAULTS && proxy.name.isEmpty())
            throw new Mistake(
                    words.position(), "'" + words.keyword() + "' not allowed in anonymous 'defaults' section.");
    }

    private static long delay(ProxyDraft proxy, Arguments words) throws Mistake {
        named(proxy, words);
        if (!words.has())
            throw words.mistake("'" + words.keyword() + "' expects a positive delay in milliseconds, in proxy '"
                    + proxy.name + "'");
        var nanos = words.read(Forms.time());
        words.end();
        return nanos;
    }
}
