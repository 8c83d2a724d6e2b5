package headway.language.table;

import headway.language.draft.BindDraft;
import headway.language.draft.ProxyDraft;
import headway.language.model.FrontSide.Reference;
import headway.language.model.FrontSide.UseBackend;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What faces the clients. */
final class FrontTable {
    static final String BIND_FORM = "[<address>]:<port>[-<port>][,...] [options]";

    private static final Set<Section> FRONTENDS = EnumSet.of(Section.FRONTEND, Section.LISTEN);

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("bind", "An address to listen on, with options for its sockets.")
                    .in(FRONTENDS)
                    .example("bind 127.0.0.1:8080", "bind :8080-8082 name public maxconn 100", "bind abns@front")
                    .reads(BIND_FORM, (proxy, words) -> bind(proxy, words, proxy.kind.word())),
            Entry.<ProxyDraft>entry(
                            "maxconn",
                            "How many connections the frontend takes at a time; more wait in the system's queue.")
                    .in(Section.FRONT)
                    .unset("the process's maxconn")
                    .example("maxconn 1000")
                    .takes(Forms.count(), (proxy, n) -> proxy.front.maxConnections = n),
            Entry.<ProxyDraft>entry("backlog", "How many connections the system keeps until they are accepted.")
                    .in(Section.FRONT)
                    .unset("maxconn")
                    .example("backlog 1024")
                    .takes(Forms.count(), (proxy, n) -> proxy.front.backlog = n),
            Entry.<ProxyDraft>entry("rate-limit sessions", "How many new connections are accepted per second.")
                    .in(Section.FRONT)
                    .unset("unlimited")
                    .example("rate-limit sessions 500")
                    .takes(Forms.count(), (proxy, n) -> proxy.front.sessionRate = n),
            Entry.<ProxyDraft>entry(
                            "max-session-srv-conns",
                            "How many idle server connections a client keeps that nobody else may use.")
                    .in(Section.FRONT)
                    .unset("max-session-srv-conns 5")
                    .example("max-session-srv-conns 2")
                    .takes(Forms.integer(-1, Integer.MAX_VALUE), (proxy, n) -> proxy.front.serverConnections = n),
            Entry.<ProxyDraft>entry(
                            "default_backend", "The backend of requests that no use_backend rule sends elsewhere.")
                    .in(Section.FRONT)
                    .example("default_backend pool")
                    .reads("<backend>", FrontTable::defaultBackend),
            Entry.<ProxyDraft>entry("use_backend", "The backend of requests for which the condition holds.")
                    .in(FRONTENDS)
                    .example("use_backend pool if { path /a }")
                    .reads("<backend> [{ if | unless } <condition>]", FrontTable::useBackend),
            Entry.<ProxyDraft>entry(
                            "monitor-uri", "A path that is answered at once with 200, for whoever watches the proxy.")
                    .in(Section.FRONT)
                    .example("monitor-uri /alive")
                    .reads("<uri>", FrontTable::monitorUri),
            Entry.<ProxyDraft>entry("clitcpka-cnt", "How many probes a client may leave unanswered.")
                    .in(Section.FRONT)
                    .example("clitcpka-cnt 3")
                    .takes(Forms.count(), (proxy, n) -> proxy.front.probeCount = n),
            Entry.<ProxyDraft>entry("clitcpka-idle", "How long a client is silent before it is probed.")
                    .in(Section.FRONT)
                    .example("clitcpka-idle 60s")
                    .takes(Forms.seconds(), (proxy, nanos) -> proxy.front.probeIdleSeconds = seconds(nanos)),
            Entry.<ProxyDraft>entry("clitcpka-intvl", "The time between two probes of a client.")
                    .in(Section.FRONT)
                    .example("clitcpka-intvl 5s")
                    .takes(Forms.seconds(), (proxy, nanos) -> proxy.front.probeIntervalSeconds = seconds(nanos)));

    private FrontTable() {}

    static int seconds(long nanos) {
        return (int) (nanos / 1_000_000_000L);
    }

    /** Also of sections that have binds and are no frontends. */
    static void bind(ProxyDraft proxy, Arguments words, String section) throws Mistake {
        if (!words.has())
            throw words.mistake("'bind' expects {<path>|[addr1]:port1[-end1]}{,[addr]:port[-end]}... as arguments.");
        var text = words.next();
        var bind = new BindDraft(words.position(), SocketAddresses.toListenOn(text, words));
        var title = "bind " + text;
        OptionReader.read(
                words.reading().tables().bind(),
                bind,
                words,
                new OptionReader.Titles("'" + title + "' in section '" + section + "'", title));
        if (bind.id > 0 && bind.addresses.size() > 1)
            throw words.mistake(
                    "'" + title + "' in section '" + section + "' : 'id' can only be used with a single socket");
        if (bind.id > 0) checkId(proxy, bind, title, words);
        proxy.front.binds.add(bind.done());
    }

    private static void checkId(ProxyDraft proxy, BindDraft bind, String title, Arguments words) throws Mistake {
        for (var other : proxy.front.binds)
            if (other.id() == bind.id)
                throw words.mistake("'" + title + "' : custom id " + bind.id + " for socket already used at "
                        + other.position() + ".");
    }

    private static void defaultBackend(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'default_backend' expects a backend name.");
        var name = words.next();
        var at = words.at();
        words.end();
        proxy.front.defaultBackend = new Reference(at, name);
    }

    private static void useBackend(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'use_backend' expects a backend name.");
        var target = words.next();
        if (words.has() && !words.peek().equals("if") && !words.peek().equals("unless")) {
            var word = words.next();
            throw words.mistake(
                    "unexpected keyword '" + word + "' after switching rule, only 'if' and 'unless' are allowed.");
        }
        words.rest();
        proxy.front.useBackends.add(new UseBackend(words.line(), target, target.contains("%[")));
    }

    private static void monitorUri(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'monitor-uri' expects an URI.");
        var uri = words.next();
        words.end();
        proxy.front.monitorUri = uri;
    }
}
