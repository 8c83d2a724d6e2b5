package headway.traffic.stream;

import headway.traffic.account.Account;

/** HAProxy's two letters: who ended a stream, and in which phase. Set once; the first reason stands. */
final class Termination {
    static final char CLIENT = 'C';
    static final char CLIENT_TIMEOUT = 'c';
    static final char SERVER = 'S';
    static final char SERVER_TIMEOUT = 's';
    static final char PROXY = 'P';
    static final char LOCAL = 'L';
    static final char RESOURCE = 'R';
    static final char INTERNAL = 'I';
    static final char DOWN = 'D';
    static final char UP = 'U';
    static final char KILLED = 'K';

    static final char REQUEST = 'R';
    static final char QUEUE = 'Q';
    static final char CONNECT = 'C';
    static final char HEADERS = 'H';
    static final char DATA = 'D';
    static final char LAST = 'L';
    static final char TARPIT = 'T';

    private Termination() {}

    static void set(Account account, char cause, char phase) {
        if (account.cause != '-') return;
        account.cause = cause;
        account.phase = phase;
    }

    /** The phase letter that belongs to a stage. */
    static char phase(Stage stage) {
        return switch (stage) {
            case INSPECT, BUFFER, FRONTEND_RULES, ROUTE, BACKEND_INSPECT, BACKEND_BUFFER, BACKEND_RULES, CHOOSE ->
                REQUEST;
            case QUEUED -> QUEUE;
            case CONNECT, CONNECTING, TURN_AROUND, SEND -> CONNECT;
            case INSPECT_RESPONSE, AWAIT, BACKEND_RESPONSE_RULES, FRONTEND_RESPONSE_RULES, ANSWER -> HEADERS;
            case RELAY, REPLY, REPLYING -> DATA;
            case TARPIT -> TARPIT;
            case END, OVER -> '-';
        };
    }
}
