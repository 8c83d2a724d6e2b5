package headway.language.table;

import headway.language.draft.BindDraft;
import headway.language.model.Bind;
import headway.language.model.Bind.Flag;
import headway.language.model.StatsSocket.Level;
import headway.language.syntax.Mistake;
import java.util.List;

/** Options of {@code bind} and {@code stats socket} lines. */
final class BindTable {
    static final List<Directive<BindDraft>> TABLE = List.of(
            text("name", "The name of the socket in statistics.", "name public", (bind, name) -> bind.name = name),
            number(
                    "id",
                    "The number of the socket in statistics.",
                    "id 3",
                    Forms.integer(1, Integer.MAX_VALUE),
                    (bind, n) -> bind.id = n),
            number(
                    "maxconn",
                    "How many connections come in through these sockets at a time.",
                    "maxconn 100",
                    Forms.count(),
                    (bind, n) -> bind.maxConnections = n),
            number(
                    "backlog",
                    "How many connections the system keeps until they are accepted.",
                    "backlog 1024",
                    Forms.count(),
                    (bind, n) -> bind.backlog = n),
            Entry.<BindDraft>entry("nice", "How urgent these connections are: -1024 most, 1024 least.")
                    .noEffect("a loop takes what is ready in turn and has no priorities")
                    .example("nice 10")
                    .with(Forms.integer(-1024, 1024), (bind, n) -> bind.nice = n),
            number(
                    "mss",
                    "The maximum segment size to advertise; negative: how much less than the client's.",
                    "mss 1400",
                    Forms.integer(-65535, 65535),
                    (bind, n) -> bind.maximumSegment = n),
            Entry.<BindDraft>entry("tcp-ut", "How long sent data may go unacknowledged.")
                    .example("tcp-ut 30s")
                    .with(Forms.millis(), (bind, millis) -> bind.userTimeoutMillis = millis),
            number(
                    "tcp-ss",
                    "The packet that begins a connection is kept for fc_saved_syn: 1 with its headers of IP and TCP, 2 with that of Ethernet too.",
                    "tcp-ss 1",
                    Forms.integer(0, 2),
                    (bind, n) -> bind.savedSyn = n),
            Entry.<BindDraft>entry("shards", "Into how many sockets for the same address the work is divided.")
                    .unset("shards by-group")
                    .example("shards 2", "shards by-thread")
                    .reads("{ <number> | by-thread | by-group }", BindTable::shards),
            flag("defer-accept", "A connection is accepted once it has brought data.", Flag.DEFER_ACCEPT),
            flag("tfo", "TCP fast open.", Flag.FAST_OPEN),
            flag("v4v6", "An IPv6 socket takes IPv4 connections too.", Flag.V4V6),
            flag("v6only", "An IPv6 socket takes no IPv4 connections.", Flag.V6_ONLY),
            flag("transparent", "Addresses that are not the machine's own are listened on.", Flag.TRANSPARENT),
            Entry.<BindDraft>entry("interface", "The network interface from which connections are taken.")
                    .example("interface lo")
                    .reads("<name>", (bind, words) -> bind.device = value(words, "missing interface name")),
            text(
                    "cc",
                    "The algorithm that controls the congestion of its connections, such as cubic.",
                    "cc reno",
                    (bind, name) -> bind.congestion = name),
            text(
                    "namespace",
                    "The network namespace to listen in.",
                    "namespace blue",
                    (bind, name) -> bind.namespace = name),
            Entry.<BindDraft>entry("mode", "The permissions of a UNIX socket's file.")
                    .example("mode 600")
                    .reads("<octal>", BindTable::mode),
            number("uid", "The owner of a UNIX socket's file.", "uid 0", Forms.count(), (bind, n) -> bind.uid = n),
            number("gid", "The group of a UNIX socket's file.", "gid 0", Forms.count(), (bind, n) -> bind.gid = n),
            Entry.<BindDraft>entry("user", "The owner of a UNIX socket's file, by name.")
                    .example("user root")
                    .reads(
                            "<name>",
                            (bind, words) -> bind.uid = Accounts.user(value(words, "missing user name"), words)),
            Entry.<BindDraft>entry("group", "The group of a UNIX socket's file, by name.")
                    .example("group root")
                    .reads(
                            "<name>",
                            (bind, words) -> bind.gid = Accounts.group(value(words, "missing group name"), words)),
            Entry.<BindDraft>entry("level", "What may be asked for on a stats socket.")
                    .unset("level operator")
                    .example("level admin")
                    .reads("{ user | operator | admin }", BindTable::level),
            Entry.<BindDraft>entry("expose-fd", "A stats socket may hand its listeners on to another process.")
                    .example("expose-fd listeners")
                    .noEffect("listeners are not handed to another process yet")
                    .reads("listeners", BindTable::exposes),
            Entry.<BindDraft>entry("thread", "Which threads take these connections.")
                    .noEffect("connections are handed to the least loaded loop")
                    .example("thread 1/all")
                    .with(Forms.word("set"), (bind, set) -> {}),
            Entry.<BindDraft>entry("process", "Which processes took these connections when there were several.")
                    .noEffect("there is one process")
                    .example("process 1")
                    .with(Forms.word("set"), (bind, set) -> {}));

    private BindTable() {}

    private interface Setter<T> {
        void set(BindDraft bind, T value);
    }

    private static Directive<BindDraft> flag(String name, String summary, Flag flag) {
        return Entry.<BindDraft>entry(name, summary).example(name).turns(bind -> bind.flags.add(flag));
    }

    private static Directive<BindDraft> text(String name, String summary, String example, Setter<String> setter) {
        return Entry.<BindDraft>entry(name, summary)
                .example(example)
                .reads("<name>", (bind, words) -> setter.set(bind, value(words, "missing value")));
    }

    private static Directive<BindDraft> number(
            String name, String summary, String example, Argument<Integer> argument, Setter<Integer> setter) {
        return Entry.<BindDraft>entry(name, summary).example(example).reads(argument.form(), (bind, words) -> {
            if (!words.has()) throw words.mistake("'" + name + "' : missing value");
            setter.set(bind, words.read(argument));
        });
    }

    private static String value(Arguments words, String missing) throws Mistake {
        if (words.has()) return words.next();
        throw words.mistake("'" + words.keyword() + "' : " + missing);
    }

    private static void shards(BindDraft bind, Arguments words) throws Mistake {
        if (words.takes("by-thread")) bind.shards = Bind.Limits.SHARDS_BY_THREAD;
        else if (words.takes("by-group")) bind.shards = 1;
        else bind.shards = words.read(Forms.integer(1, 1000));
    }

    private static void mode(BindDraft bind, Arguments words) throws Mistake {
        var word = words.next();
        var isOctal = !word.isEmpty() && word.length() <= 5 && word.chars().allMatch(c -> c >= '0' && c <= '7');
        if (!isOctal) throw words.mistake("'mode' : missing or invalid mode '" + word + "' (octal integer expected)");
        bind.mode = Integer.parseInt(word, 8);
    }

    private static void level(BindDraft bind, Arguments words) throws Mistake {
        var word = words.next();
        bind.level = switch (word) {
            case "user" -> Level.USER;
            case "operator" -> Level.OPERATOR;
            case "admin" -> Level.ADMIN;
            default ->
                throw words.mistake("'level' only supports 'user', 'operator', and 'admin' (got '" + word + "')");
        };
    }

    private static void exposes(BindDraft bind, Arguments words) throws Mistake {
        var word = words.next();
        if (!word.equals("listeners"))
            throw words.mistake("'expose-fd' only supports 'listeners' (got '" + word + "')");
        bind.exposesListeners = true;
    }
}
