package headway.language.draft;

/** The timeouts of a proxy. */
public enum TimeoutName {
    CLIENT,
    SERVER,
    CONNECT,
    QUEUE,
    HTTP_REQUEST,
    HTTP_KEEP_ALIVE,
    CHECK,
    TARPIT,
    TUNNEL,
    CLIENT_FIN,
    SERVER_FIN,
    CLIENT_HANDSHAKE
}
