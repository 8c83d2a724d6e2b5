package headway.language.table;

import headway.language.draft.GlobalDraft;
import headway.language.draft.GlobalDraft.Flag;
import headway.language.draft.GlobalDraft.Number;
import headway.language.draft.GlobalDraft.Time;
import headway.language.model.Tuning;
import headway.language.syntax.Mistake;
import java.util.List;
import java.util.Locale;

/** {@code global}: sizes, limits and what of the system is used. */
final class TuningTable {
    private static final int SMALLEST_BUFFER = 1024;
    private static final int LARGEST_BUFFER = 4 << 20;

    static final List<Directive<GlobalDraft>> TABLE = List.of(
            Entry.<GlobalDraft>entry(
                            "tune.bufsize",
                            "The size of a buffer: the limit of a head, and of what is kept for a retry.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("tune.bufsize 16384")
                    .example("tune.bufsize 32768")
                    .reads("<size>", TuningTable::bufferSize),
            size(
                    "tune.maxrewrite",
                    "How much room of a buffer is kept for what rules add.",
                    "tune.maxrewrite 2048",
                    Number.REWRITE_RESERVE),
            Entry.<GlobalDraft>entry("tune.maxaccept", "How many connections are accepted in a row; -1 unlimited.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("tune.maxaccept 4")
                    .example("tune.maxaccept 64")
                    .takes(
                            Forms.integer(-1, Integer.MAX_VALUE),
                            (global, n) -> global.set(Number.ACCEPT_AT_ONCE, n == 0 ? -1 : n)),
            Entry.<GlobalDraft>entry("tune.http.maxhdr", "How many fields a head may have.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("tune.http.maxhdr 101")
                    .example("tune.http.maxhdr 200")
                    .reads("<number>", TuningTable::maxHeaders),
            number(
                    "tune.http.logurilen",
                    "How much of a request's target is logged.",
                    "tune.http.logurilen 2048",
                    Number.LOG_URI_LENGTH),
            number(
                    "tune.http.cookielen",
                    "How long a text capture cookie may keep.",
                    "tune.http.cookielen 128",
                    Number.COOKIE_LENGTH),
            number(
                    "tune.buffers.limit",
                    "How many buffers of tune.bufsize may be in use; from then on new requests wait until some are free.",
                    "tune.buffers.limit 10000",
                    Number.BUFFERS_LIMIT),
            number(
                    "tune.maxpollevents",
                    "How many events are taken from the system at a time.",
                    "tune.maxpollevents 100",
                    Number.EVENTS_AT_ONCE),
            number("maxpipes", "How many pipes are kept for splicing.", "maxpipes 64", Number.MAX_PIPES),
            size("tune.pipesize", "The size of a pipe for splicing.", "tune.pipesize 256k", Number.PIPE_SIZE),
            Entry.<GlobalDraft>entry("tune.idle-pool.shared", "Loops may take each other's idle server connections.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("tune.idle-pool.shared on")
                    .example("tune.idle-pool.shared off")
                    .reads("{ full | on | off }", TuningTable::shared),
            ratio(
                    "tune.pool-high-fd-ratio",
                    "The share of descriptors in use from which on idle connections are closed for new ones.",
                    "25",
                    Number.POOL_HIGH_RATIO),
            ratio(
                    "tune.pool-low-fd-ratio",
                    "The share of descriptors in use from which on no connection is kept idle.",
                    "20",
                    Number.POOL_LOW_RATIO),
            size(
                    "tune.sndbuf.client",
                    "The send buffer of client sockets.",
                    "tune.sndbuf.client 65536",
                    Number.CLIENT_SEND),
            size(
                    "tune.rcvbuf.client",
                    "The receive buffer of client sockets.",
                    "tune.rcvbuf.client 65536",
                    Number.CLIENT_RECEIVE),
            size(
                    "tune.sndbuf.server",
                    "The send buffer of server sockets.",
                    "tune.sndbuf.server 65536",
                    Number.SERVER_SEND),
            size(
                    "tune.rcvbuf.server",
                    "The receive buffer of server sockets.",
                    "tune.rcvbuf.server 65536",
                    Number.SERVER_RECEIVE),
            size(
                    "tune.notsent-lowat.client",
                    "How many bytes the system takes for a client beyond what it sends at once.",
                    "tune.notsent-lowat.client 16k",
                    Number.CLIENT_NOT_SENT),
            size(
                    "tune.notsent-lowat.server",
                    "How many bytes the system takes for a server beyond what it sends at once.",
                    "tune.notsent-lowat.server 16k",
                    Number.SERVER_NOT_SENT),
            size(
                    "tune.sndbuf.backend",
                    "The send buffer of sockets by which log messages leave as datagrams.",
                    "tune.sndbuf.backend 1m",
                    Number.DATAGRAM_SEND),
            size(
                    "tune.rcvbuf.frontend",
                    "The receive buffer of sockets by which datagrams come in to log-forward.",
                    "tune.rcvbuf.frontend 1m",
                    Number.DATAGRAM_RECEIVE),
            unusedSize(
                    "tune.sndbuf.frontend",
                    "The send buffer of listening sockets that send.",
                    "no listening socket sends before there is QUIC"),
            unusedSize(
                    "tune.rcvbuf.backend",
                    "The receive buffer of unconnected sockets that servers answer to.",
                    "nothing is received by them before there is QUIC"),
            Entry.<GlobalDraft>entry("tune.listener.default-shards", "The shards of a bind line that names none.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("tune.listener.default-shards by-process")
                    .example("tune.listener.default-shards by-thread")
                    .reads("{ by-process | by-thread | by-group }", TuningTable::shards),
            on(
                    "h1-accept-payload-with-any-method",
                    "Requests of HTTP/1.0 may have a body whatever their method.",
                    Flag.ANY_PAYLOAD),
            on(
                    "h1-do-not-close-on-insecure-transfer-encoding",
                    "A message with both Content-Length and Transfer-Encoding does not end its connection.",
                    Flag.KEEP_INSECURE),
            Entry.<GlobalDraft>entry(
                            "harden.reject-privileged-ports.tcp",
                            "Whether clients that come from a port below 1024 are turned away.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("harden.reject-privileged-ports.tcp off")
                    .example("harden.reject-privileged-ports.tcp on")
                    .reads("{ on | off }", TuningTable::privileged),
            off("noepoll", "The epoll engine is not used.", Flag.EPOLL),
            unused("nopoll", "The poll engine is not used.", "poll is not used"),
            off("nosplice", "Nothing is spliced.", Flag.SPLICE),
            off("noreuseport", "An address is never bound twice.", Flag.REUSE_PORT),
            unused("nogetaddrinfo", "Names are looked up by the older interface.", "names are looked up by the JDK"),
            Entry.<GlobalDraft>entry("spread-checks", "By how many per cent the time between checks varies at random.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("spread-checks 0")
                    .example("spread-checks 5")
                    .takes(Forms.integer(0, 50), (global, n) -> global.set(Number.SPREAD_CHECKS, n)),
            Entry.<GlobalDraft>entry("max-spread-checks", "The longest time over which first checks are spread.")
                    .in(Section.ONLY_GLOBAL)
                    .example("max-spread-checks 10s")
                    .takes(Forms.time(), (global, nanos) -> global.set(Time.MAX_SPREAD_CHECKS, nanos)),
            Entry.<GlobalDraft>entry(
                            "h1-case-adjust",
                            "How a field's name is written where option h1-case-adjust-bogus-* holds.")
                    .in(Section.ONLY_GLOBAL)
                    .example("h1-case-adjust content-length Content-Length")
                    .reads("<from> <to>", TuningTable::caseAdjust),
            Entry.<GlobalDraft>entry(
                            "h1-case-adjust-file",
                            "A file of field names and their spellings; of two files the last counts.")
                    .in(Section.ONLY_GLOBAL)
                    .example("h1-case-adjust-file /dev/null")
                    .reads("<file>", CaseFile::read),
            copies("tune.disable-fast-forward", "Data goes through the stream, which rules out splice."),
            copies("tune.disable-zero-copy-forwarding", "Data is copied, which rules out splice."));

    private TuningTable() {}

    private static Directive<GlobalDraft> size(String name, String summary, String example, Number number) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(example)
                .takes(Forms.size(), (global, n) -> global.set(number, n));
    }

    private static Directive<GlobalDraft> unusedSize(String name, String summary, String why) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .noEffect(why)
                .example(name + " 64k")
                .takes(Forms.size(), (global, n) -> {});
    }

    private static Directive<GlobalDraft> number(String name, String summary, String example, Number number) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(example)
                .takes(Forms.count(), (global, n) -> global.set(number, n));
    }

    private static Directive<GlobalDraft> on(String name, String summary, Flag flag) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(name)
                .sets(global -> global.set(flag, true));
    }

    private static void privileged(GlobalDraft global, Arguments words) throws Mistake {
        var on = words.takes("on");
        if (!on && !words.takes("off"))
            throw words.mistake(
                    "'" + words.keyword() + "' expects either 'on' or 'off' but got '" + words.next() + "'.");
        words.end();
        global.set(Flag.REJECT_PRIVILEGED, on);
    }

    private static Directive<GlobalDraft> off(String name, String summary, Flag flag) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(name)
                .sets(global -> global.set(flag, false));
    }

    private static Directive<GlobalDraft> unused(String name, String summary, String why) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .noEffect(why)
                .example(name)
                .sets(global -> {});
    }

    private static Directive<GlobalDraft> ratio(String name, String summary, String unset, Number number) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .unset(name + " " + unset)
                .example(name + " 50")
                .reads("<per cent>", (global, words) -> {
                    var percent = words.read(Forms.count());
                    if (percent > 100)
                        throw words.mistake("'" + name + "' expects an integer argument between 0 and 100.");
                    words.end();
                    global.set(number, percent);
                });
    }

    private static void bufferSize(GlobalDraft global, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'tune.bufsize' expects an integer argument.");
        var size = words.read(Forms.size());
        words.end();
        if (size <= 0) throw words.mistake("'tune.bufsize' expects a positive integer argument.");
        if (size > LARGEST_BUFFER)
            throw words.mistake("'tune.bufsize' value must be at most " + LARGEST_BUFFER + " (was " + size + ")");
        global.set(Number.BUFFER_SIZE, Math.max(size, SMALLEST_BUFFER));
    }

    private static void maxHeaders(GlobalDraft global, Arguments words) throws Mistake {
        var word = words.next();
        var isNumber = !word.isEmpty() && word.length() <= 5 && word.chars().allMatch(Character::isDigit);
        var number = isNumber ? Integer.parseInt(word) : 0;
        if (number < 1 || number > 32767)
            throw words.mistake("'tune.http.maxhdr' expects a numeric value between 1 and 32767");
        words.end();
        global.set(Number.MAX_HEADERS, number);
    }

    private static void shared(GlobalDraft global, Arguments words) throws Mistake {
        var word = words.next();
        var on =
                switch (word) {
                    case "on", "full" -> true;
                    case "off" -> false;
                    default ->
                        throw words.mistake(
                                "'tune.idle-pool.shared' expects either 'on' or 'off' but got '" + word + "'.");
                };
        words.end();
        global.set(Flag.POOL_SHARED, on);
    }

    private static void shards(GlobalDraft global, Arguments words) throws Mistake {
        var word = words.next();
        global.shards = switch (word) {
            case "by-process" -> Tuning.Shards.BY_PROCESS;
            case "by-thread" -> Tuning.Shards.BY_THREAD;
            case "by-group" -> Tuning.Shards.BY_GROUP;
            default ->
                throw words.mistake(
                        "'tune.listener.default-shards' expects either 'by-process', 'by-group', or 'by-thread' but got '"
                                + word + "'.");
        };
        words.end();
    }

    private static Directive<GlobalDraft> copies(String name, String summary) {
        return Entry.<GlobalDraft>entry(name, summary)
                .in(Section.ONLY_GLOBAL)
                .example(name)
                .sets(global -> global.set(Flag.SPLICE, false));
    }

    private static void caseAdjust(GlobalDraft global, Arguments words) throws Mistake {
        var from = words.read(Forms.word("field name"));
        var to = words.read(Forms.word("field name"));
        words.end();
        if (!from.equalsIgnoreCase(to))
            throw words.mistake(
                    "'h1-case-adjust' : header names '" + from + "' and '" + to + "' differ by more than their case.");
        if (global.caseAdjustments.putIfAbsent(from.toLowerCase(Locale.ROOT), to) != null)
            throw words.mistake("'h1-case-adjust' : header name '" + from + "' is already adjusted.");
    }
}
