package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.draft.ServerDraft;
import headway.language.model.BackSide.HttpReuse;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What faces the servers. */
final class BackTable {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int MOST_OF_A_TEMPLATE = 65_536;
    private static final Set<Section> BACKENDS = EnumSet.of(Section.LISTEN, Section.BACKEND);

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("server", "A server with its name, address and options.")
                    .in(BACKENDS)
                    .example("server one 127.0.0.1:8081", "server two 127.0.0.1:8082 weight 10 maxconn 50 check")
                    .reads("<name> <address>[:<port>] [options]", BackTable::server),
            Entry.<ProxyDraft>entry(
                            "server-template", "Several servers alike, their names made of a prefix and a number.")
                    .in(BACKENDS)
                    .example("server-template s 3 127.0.0.1:8081 check", "server-template s 5-8 127.0.0.1:8081")
                    .reads("<prefix> { <count> | <first>-<last> } <address>[:<port>] [options]", BackTable::template),
            Entry.<ProxyDraft>entry("default-server", "Options with which the server lines behind it begin.")
                    .in(Section.BACK)
                    .example("default-server inter 1s maxconn 50")
                    .reads("[options]", BackTable::defaultServer),
            Entry.<ProxyDraft>entry("fullconn", "How many connections make a backend count as full, for minconn.")
                    .in(Section.BACK)
                    .unset("a tenth of the maxconn of the frontends in front of it")
                    .example("fullconn 1000")
                    .takes(Forms.count(), (proxy, n) -> proxy.back.fullConnections = n),
            Entry.<ProxyDraft>entry(
                            "be-unpublished",
                            "Other proxies do not lead here until 'publish backend' is said, while servers are checked.")
                    .in(BACKENDS)
                    .example("be-unpublished")
                    .sets(proxy -> proxy.back.unpublished = true),
            Entry.<ProxyDraft>entry(
                            "max-keep-alive-queue",
                            "How many may wait for the last server before prefer-last-server looks for another; -1 any.")
                    .in(Section.BACK)
                    .unset("max-keep-alive-queue -1")
                    .example("max-keep-alive-queue 10")
                    .takes(Forms.integer(-1, Integer.MAX_VALUE), (proxy, n) -> proxy.back.keepAliveQueue = n),
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

    /** Also of sections that have servers and are no backends. */
    static void server(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.line().count() < 3)
            throw new Mistake(words.position(), "'server' expects <name> and <addr>[:<port>] as arguments.");
        var name = words.next();
        checkName("server name", name, words);
        server(proxy, name, words);
    }

    /** The first is read as any, the others are copies of it with numbers of their own; HAProxy says of all that they were given one, when the first was. */
    private static void template(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.line().count() < 4)
            throw new Mistake(
                    words.position(), "'server-template' expects <prefix> <nb | range> <addr>[:<port>] as arguments.");
        var prefix = words.next();
        checkName("server-template prefix", prefix, words);
        var range = RANGE.matcher(words.next());
        if (!range.matches())
            throw words.mistake(
                    "Wrong server-template number or range arg '" + words.line().word(2) + "'.");
        var low = range.group(2) == null ? 1 : Integer.parseInt(range.group(1));
        var high = Integer.parseInt(range.group(2) == null ? range.group(1) : range.group(2));
        if (low < 1 || high < low || high - low >= MOST_OF_A_TEMPLATE)
            throw words.mistake(
                    "Wrong server-template number or range arg '" + words.line().word(2) + "'.");
        var first = server(proxy, prefix + low, words);
        for (var number = low + 1; number <= high; number++) {
            var next = first.copy();
            next.position = first.position;
            next.address = first.address;
            next.name = prefix + number;
            next.isIdForced = first.id != 0;
            proxy.back.servers.add(next);
        }
    }

    private static ServerDraft server(ProxyDraft proxy, String name, Arguments words) throws Mistake {
        var server = proxy.back.defaultServer.copy();
        server.position = words.line().at(1);
        server.name = name;
        var title = "'server " + proxy.name + "/" + server.name + "'";
        var address = words.next();
        try {
            server.takesDatagrams = SocketAddresses.isDatagrams(address, words);
            server.address = SocketAddresses.ofServer(address, words);
        } catch (Mistake mistake) {
            throw new Mistake(mistake.at(), title + " : " + mistake.getMessage());
        }
        // The server counts as named even when an option of it is wrong, so that this is the only complaint about it.
        proxy.back.servers.add(server);
        OptionReader.read(words.reading().tables().server(), server, words, new OptionReader.Titles(title, "server"));
        return server;
    }

    private static void checkName(String what, String name, Arguments words) throws Mistake {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if (!Names.isAllowed(c))
                throw words.mistake("character '" + c + "' is not permitted in " + what + " '" + name + "'.");
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
