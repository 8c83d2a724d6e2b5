package headway.app;

import java.util.Arrays;
import java.util.Optional;

/**
 * The options of the command line: HAProxy's, of 2.6 to 3.5. The usage text and the reference are made from this table.
 */
enum Option {
    FILE("-f", "<cfgfile|cfgdir>", Standing.DONE, "reads this file, or a folder's *.cfg in order; may be repeated"),
    FILES("--", "<cfgfile>*", Standing.DONE, "all that follows are files and folders to read"),
    DIRECTORY("-C", "<dir>", Standing.DONE, "changes to <dir> before files are read"),
    CHECK("-c", "", Standing.DONE, "checks the configuration and exits: 0 valid, 1 not, 2 without a listener"),
    FORMAT("--format", "{text|json}", Standing.DONE, "with -c: what is found goes to standard output as JSON"),
    CONDITION(
            "-cc", "<condition>", Standing.DONE, "evaluates a condition and exits: 0 true, 1 false, 2 not understood"),
    VERBOSE("-V", "", Standing.DONE, "says more, and takes -q back"),
    QUIET("-q", "", Standing.DONE, "says nothing"),
    VERSION("-v", "", Standing.DONE, "shows the version"),
    VERSION_LONG("-vv", "", Standing.DONE, "shows version, features and what it runs on"),
    VERSION_ONLY("-vq", "", Standing.DONE, "shows the version number alone"),
    VERSION_SHORT("-vqs", "", Standing.DONE, "shows the version number without its addition"),
    VERSION_BRANCH("-vqb", "", Standing.DONE, "shows the branch, such as 3.5"),
    DEBUG("-d", "", Standing.DONE, "stays in the foreground and says how it starts; streams are not traced"),
    FOREGROUND("-db", "", Standing.DONE, "stays in the foreground whatever the file says"),
    DAEMON("-D", "", Standing.DONE, "goes into the background once it listens"),
    PID_FILE("-p", "<pidfile>", Standing.DONE, "a daemon writes its process number there"),
    CONNECTIONS("-n", "<maxconn>", Standing.DONE, "limits the connections of the process; wins over 'maxconn'"),
    PROXY_CONNECTIONS("-N", "<maxpconn>", Standing.DONE, "limits the connections of each frontend that says nothing"),
    MEGABYTES(
            "-m",
            "<max megs>",
            Standing.ACCEPTED,
            "limits memory (in MB): the JVM's heap and the slab have limits of their own"),
    PEER("-L", "<name>", Standing.DONE, "sets the local peer name (default: the host's name)"),
    FINISH("-sf", "[pid ]*", Standing.DONE, "tells old processes to finish, once this one listens"),
    TERMINATE("-st", "[pid ]*", Standing.DONE, "ends old processes, once this one listens"),
    ZERO_WARNING("-dW", "", Standing.DONE, "refuses to start when there is any warning"),
    DIAGNOSE("-dD", "", Standing.DONE, "also tells what is merely suspicious"),
    NO_EPOLL("-de", "", Standing.DONE, "does not use epoll"),
    NO_SPLICE("-dS", "", Standing.DONE, "does not use splice"),
    NO_REUSE_PORT("-dR", "", Standing.DONE, "does not use SO_REUSEPORT"),
    IGNORE_UNRESOLVED("-dr", "", Standing.DONE, "goes on when a server's name has no address"),
    NO_FAST_FORWARD("-dF", "", Standing.DONE, "does not forward data past the stream, which rules out splice"),
    NO_ZERO_COPY("-dZ", "", Standing.DONE, "does not forward data without a copy, which rules out splice"),
    LIBRARIES("-dL", "", Standing.DONE, "lists the loaded native libraries after the check"),
    IPV4_ONLY("-4", "", Standing.ACCEPTED, "resolves names to IPv4 addresses only; there are no resolvers yet"),
    POISON(
            "-dM",
            "[<byte>,][help|...]",
            Standing.ACCEPTED,
            "memory debugging: buffers are poisoned by java -ea alone",
            true),
    INSECURE_FORK("-dI", "", Standing.ACCEPTED, "permits to fork: a JVM never does"),
    NO_POLL("-dp", "", Standing.ACCEPTED, "does not use poll: it is never used"),
    NO_KQUEUE("-dk", "", Standing.ACCEPTED, "does not use kqueue: it is never used"),
    NO_EVENT_PORTS("-dv", "", Standing.ACCEPTED, "does not use event ports: they are never used"),
    NO_GETADDRINFO("-dG", "", Standing.ACCEPTED, "does not use getaddrinfo: the JDK decides"),
    NO_SERVER_VERIFY("-dV", "", Standing.ACCEPTED, "does not verify servers' certificates; there is no TLS yet"),
    NO_KERNEL_TLS("-dT", "", Standing.ACCEPTED, "does not use kTLS: it is never used"),
    CPU_DEBUG("-dc", "", Standing.ACCEPTED, "tells how CPUs are chosen: the system does it"),
    MASTER_WORKER("-W", "", Standing.LATER, "master-worker mode"),
    MASTER_WORKER_NOTIFY("-Ws", "", Standing.LATER, "master-worker mode with systemd's notifications"),
    MASTER_SOCKET("-S", "<bind>[,<bind options>...]", Standing.LATER, "the master's runtime API"),
    OLD_SOCKETS("-x", "<unix_socket>", Standing.LATER, "takes listening sockets over from an old process"),
    KEYWORDS(
            "-dK",
            "{class[,...]}",
            Standing.DONE,
            "lists the supported names of a class; -dKhelp lists the classes",
            true),
    DUMP_CONFIGURATION(
            "-dC",
            "[key]",
            Standing.DONE,
            "prints the lines that count; with a key no names, addresses and secrets",
            true),
    DUMP_ARCHIVE("-dA", "[file]", Standing.LATER, "dumps an archive of all libraries", true),
    TRACE("-dt", "[<trace_desc>,...]", Standing.LATER, "traces to standard error", true);

    /** How far Headway has come with it. */
    enum Standing {
        DONE,
        /** Read and without effect, since what it is about does not exist here. */
        ACCEPTED,
        /** Refused by name. */
        LATER
    }

    private final String word;
    private final String argument;
    private final Standing standing;
    private final String summary;
    private final boolean attached;

    Option(String word, String argument, Standing standing, String summary) {
        this(word, argument, standing, summary, false);
    }

    Option(String word, String argument, Standing standing, String summary, boolean attached) {
        this.word = word;
        this.argument = argument;
        this.standing = standing;
        this.summary = summary;
        this.attached = attached;
    }

    String word() {
        return word;
    }

    /** How its argument is called, empty when it has none. */
    String argument() {
        return argument;
    }

    Standing standing() {
        return standing;
    }

    String summary() {
        return summary;
    }

    /** True when the next word is its argument. */
    boolean takesNext() {
        return switch (this) {
            case FILE,
                    DIRECTORY,
                    CONDITION,
                    PID_FILE,
                    CONNECTIONS,
                    PROXY_CONNECTIONS,
                    MEGABYTES,
                    PEER,
                    FORMAT,
                    MASTER_SOCKET,
                    OLD_SOCKETS -> true;
            default -> false;
        };
    }

    /** The option that a word of the command line is; an argument may be attached to some. */
    static Optional<Option> of(String word) {
        for (var option : values()) if (option.word.equals(word)) return Optional.of(option);
        // HAProxy: more than two v say no more than two do.
        if (word.matches("-v{3,}")) return Optional.of(VERSION_LONG);
        return Arrays.stream(values())
                .filter(o -> o.attached && word.startsWith(o.word))
                .findFirst();
    }
}
