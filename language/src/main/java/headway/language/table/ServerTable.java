package headway.language.table;

import headway.base.units.Address;
import headway.base.units.IpLiteral;
import headway.language.draft.ServerDraft;
import headway.language.known.Awaited;
import headway.language.model.InitialAddress;
import headway.language.model.ServerLine.RingKey;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Options of {@code server} and {@code default-server} lines, but for health checks. */
final class ServerTable {
    static final List<Directive<ServerDraft>> TABLE = List.of(
            Entry.<ServerDraft>entry("weight", "How much of the load it gets in proportion to the others'.")
                    .unset("weight 1")
                    .example("weight 10")
                    .reads("<0-256>", ServerTable::weight),
            flag("backup", "It serves when all others are down.", "backup", s -> s.backup = true),
            flag("no-backup", "Takes back an inherited backup.", "backup no-backup", s -> s.backup = false),
            flag("disabled", "It starts in maintenance.", "disabled", s -> s.disabled = true),
            flag("enabled", "Takes back an inherited disabled.", "disabled enabled", s -> s.disabled = false),
            Entry.<ServerDraft>entry("id", "Its number in statistics and for hashes.")
                    .unset("the next free number")
                    .example("id 7")
                    .reads("<number>", ServerTable::id),
            Entry.<ServerDraft>entry("cookie", "Its value in the cookie that keeps clients with their server.")
                    .example("cookie s1")
                    .reads("<value>", ServerTable::cookie),
            Entry.<ServerDraft>entry("hash-key", "What its places in consistent hashing depend on.")
                    .unset("hash-key id")
                    .example("hash-key addr", "hash-key addr-port")
                    .reads("{ id | addr | addr-port }", ServerTable::ringKey),
            number(
                    "maxconn",
                    "How many connections it gets at a time; more requests wait in a queue.",
                    "maxconn 50",
                    Forms.count(),
                    (s, n) -> s.maxConnections = n),
            number(
                    "minconn",
                    "The limit while the backend is idle; it grows to maxconn at fullconn.",
                    "minconn 5 maxconn 50",
                    Forms.count(),
                    (s, n) -> s.minConnections = n),
            number(
                    "maxqueue",
                    "How many requests wait for it before others are sent elsewhere.",
                    "maxqueue 10",
                    Forms.count(),
                    (s, n) -> s.maxQueue = n),
            number(
                    "pool-max-conn",
                    "How many idle connections are kept; -1 unlimited, 0 none.",
                    "pool-max-conn 10",
                    Forms.integer(-1, Integer.MAX_VALUE),
                    (s, n) -> s.poolMax = n),
            number(
                    "pool-low-conn",
                    "How many idle connections a loop keeps from the others.",
                    "pool-low-conn 4",
                    Forms.count(),
                    (s, n) -> s.poolLow = n),
            number(
                    "max-reuse",
                    "How many requests a connection carries after its first; -1 unlimited.",
                    "max-reuse 100",
                    Forms.integer(-1, Integer.MAX_VALUE),
                    (s, n) -> s.maxReuse = n),
            time(
                    "pool-purge-delay",
                    "The time between two purges of idle connections.",
                    "pool-purge-delay 10s",
                    (s, nanos) -> s.poolPurgeDelayNanos = nanos),
            time(
                    "slowstart",
                    "The time over which its load grows after it came up.",
                    "slowstart 30s",
                    (s, nanos) -> s.slowStartNanos = nanos),
            Entry.<ServerDraft>entry("tcp-ut", "How long sent data may go unacknowledged.")
                    .example("tcp-ut 30s")
                    .reads("<time>", (s, words) -> s.userTimeoutMillis = userTimeout(words)),
            flag("tfo", "TCP fast open.", "tfo", s -> s.fastOpen = true),
            flag("no-tfo", "Takes back an inherited tfo.", "tfo no-tfo", s -> s.fastOpen = false),
            Entry.<ServerDraft>entry("namespace", "The network namespace to connect from.")
                    .example("namespace blue")
                    .with(Forms.word("name"), (s, name) -> s.namespace = name),
            Entry.<ServerDraft>entry(
                            "cc", "The algorithm that controls the congestion of connections to it, such as cubic.")
                    .example("cc reno")
                    .with(Forms.word("algorithm"), (s, name) -> s.congestion = name),
            Entry.<ServerDraft>entry(
                            "redir", "GET and HEAD requests are redirected to this prefix instead of being passed on.")
                    .example("redir http://static.example")
                    .reads("<prefix>", ServerTable::redirect),
            Entry.<ServerDraft>entry("source", "The address that connections to it come from.")
                    .example("source 127.0.0.2")
                    .reads(
                            "<address>[:<port>[-<port>]] [interface <name>]",
                            (s, words) -> s.source = Sources.read(words)),
            Entry.<ServerDraft>entry(
                            "init-addr",
                            "How a host name becomes an address at start; the first way that works is taken.")
                    .unset("init-addr last,libc")
                    .example("init-addr libc,none")
                    .reads("{ last | libc | none | <address> }[,...]", ServerTable::initialAddresses));

    private ServerTable() {}

    private interface Setter<T> {
        void set(ServerDraft server, T value);
    }

    private interface Change {
        void apply(ServerDraft server);
    }

    private static Directive<ServerDraft> flag(String name, String summary, String example, Change change) {
        return Entry.<ServerDraft>entry(name, summary).example(example).turns(change::apply);
    }

    private static Directive<ServerDraft> number(
            String name, String summary, String example, Argument<Integer> argument, Setter<Integer> setter) {
        return Entry.<ServerDraft>entry(name, summary).example(example).with(argument, setter::set);
    }

    private static Directive<ServerDraft> time(String name, String summary, String example, Setter<Long> setter) {
        return Entry.<ServerDraft>entry(name, summary)
                .example(example)
                .reads("<time>", (server, words) -> setter.set(server, words.read(Forms.time())));
    }

    private static void weight(ServerDraft server, Arguments words) throws Mistake {
        var weight = words.read(Forms.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        if (weight < 0 || weight > 256)
            throw words.mistake("weight of server " + server.name + " is not within 0 and 256 (" + weight + ").");
        server.weight = weight;
    }

    private static void id(ServerDraft server, Arguments words) throws Mistake {
        var id = words.read(Forms.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        if (id <= 0) throw words.mistake("'id' : custom id has to be > 0.");
        server.id = id;
    }

    private static void cookie(ServerDraft server, Arguments words) throws Mistake {
        if (words.peek().isEmpty()) throw words.mistake("'cookie' expects <value> as argument.");
        server.cookie = words.next();
    }

    private static void ringKey(ServerDraft server, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'hash-key' expects an argument.");
        var word = words.next();
        server.ringKey = switch (word) {
            case "id" -> RingKey.ID;
            case "addr" -> RingKey.ADDRESS;
            case "addr-port" -> RingKey.ADDRESS_AND_PORT;
            case "id32" -> throw words.mistake(Messages.notYet("hash-key " + word, Awaited.SERVERS));
            case "guid" -> throw words.mistake(Messages.notYet("hash-key " + word, Awaited.STATISTICS_FILES));
            default -> throw words.mistake("'hash-key' has to be 'id', 'addr', or 'addr-port' and not '" + word + "'.");
        };
    }

    private static int userTimeout(Arguments words) throws Mistake {
        var millis = words.has() ? words.read(Forms.millis()) : 0;
        if (millis > 0) return millis;
        throw words.mistake("'tcp-ut' : expects a positive delay in milliseconds");
    }

    private static void redirect(ServerDraft server, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'redir' expects <prefix> as argument.");
        server.redirect = words.next();
    }

    private static void initialAddresses(ServerDraft server, Arguments words) throws Mistake {
        var ways = new ArrayList<InitialAddress>();
        for (var word : words.read(Forms.word("list")).split(",", -1)) {
            switch (word) {
                case "last" -> ways.add(new InitialAddress.Last());
                case "libc" -> ways.add(new InitialAddress.Libc());
                case "none" -> ways.add(new InitialAddress.None());
                default -> ways.add(new InitialAddress.Fixed(fixed(word, words)));
            }
        }
        server.initialAddresses = List.copyOf(ways);
    }

    private static Address.Inet fixed(String word, Arguments words) throws Mistake {
        var address = IpLiteral.parse(word);
        if (address.isEmpty())
            throw words.mistake("'init-addr' : unknown init-addr method '" + word
                    + "', supported methods are 'libc', 'last', 'none'.");
        return new Address.Inet(address.get(), 0);
    }
}
