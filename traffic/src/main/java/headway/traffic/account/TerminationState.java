package headway.traffic.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a stream ends, and what became of its persistence cookie: HAProxy's letters (configuration manual 8.5), and what they say in words. The one place for
 * these words: log lines, the reference and explanations read them here.
 *
 * @param letters as log lines show them
 * @param who ended it: nobody, client, server, proxy or operator
 * @param cause what happened, as a sentence
 * @param next what to look at
 * @param isCookie the letters are the last two of four, about the persistence cookie
 */
public record TerminationState(String letters, String who, String cause, String next, boolean isCookie) {
    private static final int LETTERS = 128;

    private static final List<TerminationState> ALL = List.of(
            stream(
                    "--",
                    "nobody",
                    "It went as it should: both sides are done and nothing is left to send.",
                    "Nothing."),
            stream(
                    "CC",
                    "client",
                    "The client left before a connection to the server was there.",
                    "Tc and the retries: a server that does not answer keeps clients waiting for 'timeout connect'."),
            stream(
                    "CD",
                    "client",
                    "The client left in the middle of the transfer.",
                    "Whether it is always the same clients or paths; a download that a user cancels looks like this."),
            stream(
                    "cD",
                    "client",
                    "The client neither sent nor took anything for the time of 'timeout client', in the middle of the transfer.",
                    "'timeout client' and 'timeout tunnel' against how long such connections may be silent; the client's network."),
            stream(
                    "CH",
                    "client",
                    "The client left while the server was working on its answer.",
                    "Tr: whether the server takes longer than users wait."),
            stream(
                    "cH",
                    "client",
                    "The client did not send the rest of its request within 'timeout client', and the server waits for it.",
                    "'timeout client', which must not be shorter than 'timeout server' where servers are slow; uploads over bad networks."),
            stream(
                    "CQ",
                    "client",
                    "The client left while it was in the queue for a server.",
                    "The length of the queues, 'maxconn' of the servers, and how long they take (Tr)."),
            stream(
                    "CR",
                    "client",
                    "The client left before it had sent a whole request.",
                    "Whether these are probes or preconnects of browsers: 'option http-ignore-probes' leaves them out of the log."),
            stream(
                    "cR",
                    "client",
                    "The client did not send a whole request within 'timeout http-request'.",
                    "'timeout http-request'; preconnects of browsers, which 'option http-ignore-probes' leaves out of the log."),
            stream(
                    "CT",
                    "client",
                    "The client left while it was held in the tarpit.",
                    "The tarpit rules, whether they catch clients that should be served; Tw says how long it was held."),
            stream(
                    "LC",
                    "proxy",
                    "The proxy sent the client elsewhere, since the server chosen has 'redir'.",
                    "The server line, if that is not what was wanted."),
            stream(
                    "LR",
                    "proxy",
                    "The proxy answered the request itself: a redirect, a return rule, or a service of its own.",
                    "The http-request rules, if the request should have gone to a server."),
            stream(
                    "LH",
                    "proxy",
                    "The proxy put an answer of its own in the place of the server's.",
                    "The http-response rules, if the server's answer was wanted."),
            stream(
                    "SC",
                    "server",
                    "No connection to a server came about: it was refused, or there is no server that can be used.",
                    "Whether the server runs and listens there (show servers state), and whether a firewall refuses; without a server name, why all of them are down."),
            stream(
                    "sC",
                    "server",
                    "The server did not answer the connection attempts within 'timeout connect'.",
                    "The network between here and the server, and whether its queue of connections is full."),
            stream(
                    "SD",
                    "server",
                    "The server broke off in the middle of the transfer.",
                    "The server's own log at that time: a crash, a restart, a limit."),
            stream(
                    "sD",
                    "server",
                    "The server neither sent nor took anything for the time of 'timeout server', in the middle of the transfer.",
                    "'timeout server' and 'timeout tunnel' against how long such connections may be silent; devices between that forget connections."),
            stream(
                    "SH",
                    "server",
                    "The server closed the connection before it had sent a whole head of its answer.",
                    "The server's own log: a crash while it worked on this request, or a keep-alive time shorter than the proxy's."),
            stream(
                    "sH",
                    "server",
                    "The server did not answer within 'timeout server'.",
                    "What the server does for this request (its database, what it waits for); then 'timeout server'."),
            stream(
                    "sQ",
                    "server",
                    "No server became free within 'timeout queue'.",
                    "'maxconn' of the servers, how long they take (Tr), and how many of them are up."),
            stream(
                    "PC",
                    "proxy",
                    "The proxy has no socket left for a connection to the server.",
                    "'maxconn' and 'ulimit-n' of the process, and the connections it has (show info)."),
            stream(
                    "PD",
                    "proxy",
                    "The proxy ended the transfer: the body broke the protocol.",
                    "The framing that the server, or the client, sends: chunks with wrong lengths."),
            stream(
                    "PH",
                    "proxy",
                    "The proxy did not pass on the server's answer: it broke the protocol, or a rule denies it.",
                    "The http-response rules; the head of the answer, field names above all."),
            stream(
                    "PR",
                    "proxy",
                    "The proxy refused the request: it broke the protocol, or a rule denies it.",
                    "The status: 400 is the protocol, another one the rules that deny, 500 an edit that did not work."),
            stream(
                    "PT",
                    "proxy",
                    "The proxy held the request in the tarpit and refused it then.",
                    "The tarpit rules, if clients complain; Tw says how long it was held."),
            stream(
                    "RC",
                    "proxy",
                    "Something ran out that a connection to the server needs: descriptors, ports, memory.",
                    "'ulimit-n', the range of source ports, memory; the other lines of the log at that time."),
            cookie("--", "Persistence by cookie is not in use.", "Nothing."),
            cookie(
                    "NN",
                    "The client had no cookie and was given none.",
                    "Whether 'postonly' or 'nocache' keep it from being set."),
            cookie(
                    "II",
                    "The client's cookie names no server there is; it was given a new one.",
                    "Whether a server was removed or its cookie value changed."),
            cookie("NI", "The client had no cookie and was given one.", "Nothing: a new visitor."),
            cookie("VN", "The client had a cookie, and nothing was to be changed about it.", "Nothing."),
            cookie("VU", "The client had a cookie whose date was renewed.", "Nothing."),
            cookie(
                    "EI",
                    "The client's cookie was last used longer ago than 'maxidle' allows; it was given a new one.",
                    "'maxidle', if visitors lose their server too early."),
            cookie(
                    "OI",
                    "The client's cookie is older than 'maxlife' allows; it was given a new one.",
                    "'maxlife', if visitors lose their server too early."),
            cookie(
                    "DI",
                    "The server that the cookie names is down; another one was chosen and named in a new cookie.",
                    "Why that server is down."),
            cookie(
                    "VI",
                    "The server that the cookie names could not be reached; another one was chosen and named in a new cookie.",
                    "Why that server does not answer although it counts as up; its checks."));

    /** By both letters of a stream. */
    private static final @Nullable TerminationState[] BY_LETTERS = byLetters(false);

    /** By the two of the cookie. */
    private static final @Nullable TerminationState[] COOKIES = byLetters(true);

    private static TerminationState stream(String letters, String who, String cause, String next) {
        return new TerminationState(letters, who, cause, next, false);
    }

    private static TerminationState cookie(String letters, String cause, String next) {
        return new TerminationState(letters, "client", cause, next, true);
    }

    private static @Nullable TerminationState[] byLetters(boolean ofCookies) {
        var table = new TerminationState[LETTERS * LETTERS];
        for (var state : ALL)
            if (state.isCookie == ofCookies) table[state.letters.charAt(0) * LETTERS + state.letters.charAt(1)] = state;
        return table;
    }

    /** All of them, those of streams first. */
    public static List<TerminationState> all() {
        return ALL;
    }

    /** What two letters of a stream say; null for a pair that the manual does not have. */
    public static @Nullable TerminationState of(char cause, char phase) {
        return BY_LETTERS[(cause & LETTERS - 1) * LETTERS + (phase & LETTERS - 1)];
    }

    /** What the two letters of the cookie say; null for a pair that the manual does not have. */
    public static @Nullable TerminationState ofCookie(char request, char response) {
        return COOKIES[(request & LETTERS - 1) * LETTERS + (response & LETTERS - 1)];
    }
}
