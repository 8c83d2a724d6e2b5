package headway.traffic.account;

import headway.base.units.Address;
import headway.language.sample.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one stream, filled in as it goes and read by observers at its end. One object is reused for all streams of a client connection or loop; an observer copies
 * what it wants to keep.
 *
 * <p>Times are {@code Loop.nanos()}; 0 means the point was never reached. From them come HAProxy's timers: Th = handshake - accepted, Ti = requestStart -
 * handshake (or the end of the previous request), TR = requestEnd - requestStart, Tw = queueLeft - requestEnd, Tc = connected - queueLeft, Tr = responseHead -
 * connected, Ta = ended - requestStart, Tt = ended - accepted.
 */
public final class Account {
    /** The stream as expressions see it. */
    public final Scope scope;

    public Account(Scope scope) {
        this.scope = scope;
    }

    public long acceptedNanos;
    public long handshakeNanos;
    /** End of the handshake for the first request, end of the previous request for the later ones. */
    public long idleSinceNanos;

    public long requestStartNanos;
    public long requestEndNanos;

    /** The request never came to the end that its times would tell of: it was turned away without an answer, or its body did not come in time. */
    public boolean isUntimed;

    public long queueLeftNanos;
    public long connectedNanos;
    public long responseHeadNanos;
    public long endedNanos;
    /** Wall-clock milliseconds of the accept, and of the first byte of the request. */
    public long acceptedMillis;

    public long requestMillis;

    public long bytesIn;
    public long bytesOut;
    public long bytesToServer;
    public long bytesFromServer;
    /** Status sent to the client; -1 when none was. */
    public int status;
    /** Status received from the server; -1 when none was. */
    public int serverStatus;
    /** First letter of HAProxy's termination state: {@code -} C S P L R I K D U c s. */
    public char cause;
    /** Second letter: {@code -} R Q C H D L T. */
    public char phase;
    /** Third letter, of HTTP: what the client's cookie said. A hyphen where there is none in the configuration. */
    public char requestCookie;
    /** Fourth letter, of HTTP: what became of the cookie in the response. */
    public char responseCookie;
    /** Connection attempts after the first one; negative in the log with a {@code +} when redispatched. */
    public int retries;

    public boolean redispatched;

    public boolean isHttp;
    public String frontend = "";
    public String bind = "";
    /** {@code id} of the {@code bind} line or the next free number: the log's port of a UNIX client. */
    public int bindId = 1;
    /** Empty when none was chosen. */
    public String backend = "";
    /** Empty when none was chosen: {@code <NOSRV>}. */
    public String server = "";

    public @Nullable Address client;
    public @Nullable Address frontendAddress;
    public @Nullable Address serverAddress;
    /** Where the connection to the server comes from; asked of the kernel only when a format of the frontend shows it. */
    public @Nullable Address serverSource;

    /** The request line as received, up to {@code tune.http.logurilen}: method SP target SP version; a view that lives until the observers return. */
    public int requestLineAt;

    public int requestLineLength;

    public int processConnections;
    public int frontendConnections;
    public int backendConnections;
    public int serverConnections;
    /** How many were before it in the queue when it entered. */
    public int serverQueue;

    public int backendQueue;

    /** The texts that {@code capture cookie} keeps of the request and of the response, as {@code name=value}; views like the request line. */
    public int requestCookieAt;

    public int requestCookieLength;
    public int responseCookieAt;
    public int responseCookieLength;

    /** What {@code unique-id-format} has made for this stream, once something has asked for it. */
    public int uniqueIdAt;

    public int uniqueIdLength;
    /** Counts the streams of the process. */
    public long number;
    /** The line is written before the stream has ended, by {@code option logasap}: times and bytes will grow. */
    public boolean isPartial;
    /** How many lines have been written about it. */
    public int lines;
    /** Why the line is written. */
    public LogOrigin origin = LogOrigin.UNSPECIFIED;

    /** Syslog level this stream asked for: -1 the frontend's own choice, -2 silent. */
    public int level;

    /** Ready for the next stream of the same client connection: keeps what belongs to the connection. */
    public void next() {
        isUntimed = false;
        requestStartNanos = requestEndNanos = queueLeftNanos = connectedNanos = responseHeadNanos = endedNanos = 0;
        requestMillis = 0;
        bytesIn = bytesOut = bytesToServer = bytesFromServer = 0;
        status = serverStatus = -1;
        cause = phase = requestCookie = responseCookie = '-';
        retries = 0;
        redispatched = false;
        backend = server = "";
        serverAddress = serverSource = null;
        requestLineAt = requestLineLength = 0;
        serverQueue = backendQueue = 0;
        requestCookieAt = requestCookieLength = responseCookieAt = responseCookieLength = 0;
        uniqueIdAt = uniqueIdLength = 0;
        isPartial = false;
        lines = 0;
        origin = LogOrigin.UNSPECIFIED;
        level = -1;
    }
}
