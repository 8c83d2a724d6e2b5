package headway.operate.log;

import headway.base.units.Address;
import headway.language.model.Logging.Format;
import headway.traffic.account.Account;
import org.jspecify.annotations.Nullable;

/** What a stream's line says, in HAProxy's three default formats (configuration manual 8.2.1 to 8.2.3). */
final class StreamLine {
    private static final long MILLI = 1_000_000;

    private StreamLine() {}

    /**
     * @param date this loop's
     * @param uriLength {@code tune.http.logurilen}: of a request line, one byte less than this is written
     */
    static void write(LineWriter out, Format format, Account account, LogDate date, int uriLength) {
        switch (format) {
            case CONNECT -> connect(out, account);
            case TCP -> tcp(out, account, date);
            case HTTP -> http(out, account, date, uriLength);
        }
    }

    private static void connect(LineWriter out, Account account) {
        if (account.client instanceof Address.Inet client && account.frontendAddress instanceof Address.Inet local) {
            out.text("Connect from ");
            AddressText.write(out, client.bytes());
            out.character(':');
            out.number(client.port());
            out.text(" to ");
            AddressText.write(out, local.bytes());
            out.character(':');
            out.number(local.port());
        } else {
            out.text("Connect to unix:");
            out.number(account.bindId);
        }
        out.text(" (");
        out.text(account.frontend);
        out.text(account.isHttp ? "/HTTP)" : "/TCP)");
    }

    private static void tcp(LineWriter out, Account account, LogDate date) {
        begin(out, account, account.acceptedMillis, date);
        var waitedFrom = account.requestEndNanos != 0 ? account.requestEndNanos : account.acceptedNanos;
        timer(out, waitedFrom, account.queueLeftNanos);
        out.character('/');
        timer(out, account.queueLeftNanos, account.connectedNanos);
        out.character('/');
        timer(out, account.acceptedNanos, account.endedNanos);
        out.character(' ');
        out.number(account.bytesOut);
        out.character(' ');
        out.character(account.cause);
        out.character(account.phase);
        load(out, account);
    }

    private static void http(LineWriter out, Account account, LogDate date, int uriLength) {
        begin(out, account, hasRequest(account) ? account.requestMillis : idleSinceMillis(account), date);
        timer(out, account.requestStartNanos, account.requestEndNanos);
        out.character('/');
        timer(out, account.requestEndNanos, account.queueLeftNanos);
        out.character('/');
        timer(out, account.queueLeftNanos, account.connectedNanos);
        out.character('/');
        timer(out, account.connectedNanos, account.responseHeadNanos);
        out.character('/');
        timer(out, activeSince(account), account.endedNanos);
        out.character(' ');
        out.number(account.status);
        out.character(' ');
        out.number(account.bytesOut);
        // Captured cookies, and after the state the two letters of cookie persistence: neither exists yet.
        out.text(" - - ");
        out.character(account.cause);
        out.character(account.phase);
        out.text("--");
        load(out, account);
        request(out, account, uriLength);
    }

    /** HAProxy takes a request that never became one for the time in which none came: its date and Ta are those of the wait. */
    private static boolean hasRequest(Account account) {
        return account.requestEndNanos != 0 && account.requestMillis != 0;
    }

    private static long activeSince(Account account) {
        return hasRequest(account) ? account.requestStartNanos : idleSince(account);
    }

    /** Since when a request could have come. */
    private static long idleSince(Account account) {
        return account.idleSinceNanos != 0 ? account.idleSinceNanos : account.acceptedNanos;
    }

    private static long idleSinceMillis(Account account) {
        return account.acceptedMillis + (idleSince(account) - account.acceptedNanos) / MILLI;
    }

    /** Client, date, frontend, backend and server. */
    private static void begin(LineWriter out, Account account, long millis, LogDate date) {
        client(out, account.client, account.bindId);
        out.text(" [");
        date.at(millis);
        date.common(out);
        out.character('.');
        out.padded(Math.floorMod(millis, 1000L), 3);
        out.text("] ");
        out.text(account.frontend);
        out.character(' ');
        out.text(account.backend.isEmpty() ? account.frontend : account.backend);
        out.character('/');
        out.text(account.server.isEmpty() ? "<NOSRV>" : account.server);
        out.character(' ');
    }

    private static void client(LineWriter out, @Nullable Address client, int bindId) {
        if (client instanceof Address.Inet inet) {
            AddressText.write(out, inet.bytes());
            out.character(':');
            out.number(inet.port());
        } else {
            out.text("unix:");
            out.number(bindId);
        }
    }

    /** Whole milliseconds between two points, or -1 when one of them was not reached. */
    private static void timer(LineWriter out, long fromNanos, long toNanos) {
        if (fromNanos == 0 || toNanos == 0) out.text("-1");
        else out.number((toNanos - fromNanos) / MILLI);
    }

    /** How many connections there were, retries, and queues. */
    private static void load(LineWriter out, Account account) {
        out.character(' ');
        out.number(account.processConnections);
        out.character('/');
        out.number(account.frontendConnections);
        out.character('/');
        out.number(account.backendConnections);
        out.character('/');
        out.number(account.serverConnections);
        out.character('/');
        if (account.redispatched) out.character('+');
        out.number(Math.abs(account.retries));
        out.character(' ');
        out.number(account.serverQueue);
        out.character('/');
        out.number(account.backendQueue);
    }

    private static void request(LineWriter out, Account account, int uriLength) {
        out.text(" \"");
        if (account.requestLineLength == 0) out.text("<BADREQ>");
        else out.escaped(account.requestLineAt, Math.min(account.requestLineLength, uriLength - 1));
        out.character('"');
    }
}
