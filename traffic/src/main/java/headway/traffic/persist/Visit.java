package headway.traffic.persist;

import headway.traffic.server.Server;
import org.jspecify.annotations.Nullable;

/** What a client's cookie has said, and what became of it; one object a stream, used again and again. */
public final class Visit {
    /** HAProxy's third letter of the termination state. */
    public static final char NOTHING = 'N';

    public static final char INVALID = 'I';
    public static final char DOWN = 'D';
    public static final char VALID = 'V';
    public static final char EXPIRED = 'E';
    public static final char TOO_OLD = 'O';
    public static final char UNUSED = 'U';

    /** HAProxy's fourth letter. */
    static final char INSERTED = 'I';

    static final char UPDATED = 'U';
    static final char PROVIDED = 'P';
    static final char REWRITTEN = 'R';
    static final char DELETED = 'D';

    /** Third letter; a hyphen where there is no cookie. */
    public char request;
    /** Fourth letter. */
    public char response;
    /** The server the client is to go back to. */
    public @Nullable Server server;
    /** {@code option persist} or {@code force-persist}: also a server that is down. */
    public boolean forced;
    /** {@code ignore-persist}. */
    public boolean ignored;
    /** {@code use-server} has named the server: a cookie is neither followed nor given. */
    public boolean designated;

    /** When the client first came, as its cookie says; 0 when it does not. */
    int first;
    /** When it last came. */
    int last;

    public Visit() {
        clear();
    }

    public void clear() {
        request = '-';
        response = '-';
        server = null;
        forced = false;
        ignored = false;
        designated = false;
        first = VisitTime.NONE;
        last = VisitTime.NONE;
    }

    /** A cookie is looked for from now on. */
    public void begin(StickyCookie cookie) {
        if (!cookie.settings().isLogged()) return;
        request = NOTHING;
        response = NOTHING;
    }

    /** The stream could not stay with the server that was meant. */
    public void lose() {
        if (server == null) return;
        server = null;
        first = VisitTime.NONE;
        last = VisitTime.NONE;
        note(DOWN);
    }

    /** Whoever does not log cookies gets no letter. */
    void note(char letter) {
        if (request != '-') request = letter;
    }

    void answer(char letter) {
        if (response != '-') response = letter;
    }
}
