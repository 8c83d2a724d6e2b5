package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.draft.ServerDraft;
import headway.language.model.BackSide.HttpReuse;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What faces the servers. */
final class BackTable {
    private static final Set<Section> BACKENDS = EnumSet.of(Section.LISTEN, Section.BACKEND);

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("server", "A server with its name, address and options.")
                    .in(BACKENDS)
                    .example("server one 127.0.0.1:8081", "server two 127.0.0.1:8082 weight 10 maxconn 50 check")
                    .reads("<name> <address>[:<port>] [options]", BackTable::server),
            Entry.<ProxyDraft>entry("default-server", "Options with which the server lines behind it begin.")
                    .in(Section.BACK)
                    .example("default-server inter 1s maxconn 50")
                    .reads("[options]", BackTable::defaultServer),
            Entry.<ProxyDraft>entry("fullconn", "How many connections make a backend count as full, for minconn.")
                    .in(Section.BACK)
                    .unset("a tenth of the maxconn of the frontends in front of it")
                    .example("fullconn 1000")
                    .takes(Forms.count(), (proxy, n) -> proxy.back.fullConnections = n),
            Entry.<ProxyDraft>entry("http-reuse", "Which idle server connections a request may take.")
                    .in(Section.BACK)
                    .unset("http-reuse safe")
                    .example("http-reuse always", "http-reuse never", "http-reuse aggressive")
                    .reads("{ never | safe | aggressive | always }", BackTable::reuse),
            Entry.<ProxyDraft>entry("source", "The address that connections to servers come from.")
                    .in(Section.BACK)
                    .example("source 127.0.0.2")
                    .reads("<address>[:<port>] [interface <name>]", BackTable::source),
            Entry.<ProxyDraft>entry("srvtcpka-cnt", "How many probes a server may leave unanswered.")
                    .in(Section.BACK)
                    .example("srvtcpka-cnt 3")
                    .takes(Forms.count(), (proxy, n) -> proxy.back.probeCount = n),
            Entry.<ProxyDraft>entry("srvtcpka-idle", "How long a server is silent before it is probed.")
                    .in(Section.BACK)
                    .example("srvtcpka-idle 60s")
                    .takes(Forms.seconds(), (proxy, nanos) -> proxy.back.probeIdleSeconds = FrontTable.seconds(nanos)),
            Entry.<ProxyDraft>entry("srvtcpka-intvl", "The time between two probes of a server.")
                    .in(Section.BACK)
                    .example("srvtcpka-intvl 5s")
                    .takes(
                            Forms.seconds(),
                            (proxy, nanos) -> proxy.back.probeIntervalSeconds = FrontTable.seconds(nanos)));

    private BackTable() {}

    private static void server(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.line().count() < 3)
            throw new Mistake(words.position(), "'server' expects <name> and <addr>[:<port>] as arguments.");
        var server = proxy.back.defaultServer.copy();
        server.position = words.position();
        server.name = words.next();
        checkName(server.name, words);
        var title = "'server " + proxy.name + "/" + server.name + "'";
        var address = words.next();
        try {
            server.address = SocketAddresses.ofServer(address, words);
        } catch (Mistake mistake) {
            throw new Mistake(mistake.at(), title + " : " + mistake.getMessage());
        }
        // The server counts as named even when an option of it is wrong, so that this is the only complaint about it.
        proxy.back.servers.add(server);
        OptionReader.read(words.reading().tables().server(), server, words, new OptionReader.Titles(title, "server"));
    }

    private static void checkName(String name, Arguments words) throws Mistake {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (!Names.isAllowed(c))
                throw words.mistake("character '" + c + "' is not permitted in server name '" + name + "'.");
        }
    }

    private static void defaultServer(ProxyDraft proxy, Arguments words) throws Mistake {
        ServerDraft defaults = proxy.back.defaultServer;
        var title = "'default-server'";
        if (!words.has()) throw new Mistake(words.position(), "'default-server' expects at least one option.");
        OptionReader.read(
                words.reading().tables().server(), defaults, words, new OptionReader.Titles(title, "default-server"));
        if (defaults.id == 0) return;
        defaults.id = 0;
        throw new Mistake(words.position(), title + " : 'id' is not allowed here.");
    }

    private static void reuse(ProxyDraft proxy, Arguments words) throws Mistake {
        var word = words.next();
        proxy.back.httpReuse = switch (word) {
            case "never" -> HttpReuse.NEVER;
            case "safe" -> HttpReuse.SAFE;
            case "aggressive" -> HttpReuse.AGGRESSIVE;
            case "always" -> HttpReuse.ALWAYS;
            default -> throw words.mistake("'http-reuse' only supports 'never', 'safe', 'aggressive', 'always'.");
        };
        words.end();
    }

    private static void source(ProxyDraft proxy, Arguments words) throws Mistake {
        proxy.back.source = Sources.read(words);
        words.end();
    }
}
