package headway.language.sample;

/** The four ends of a stream's two connections, as the kernel has them: no rule changes them. */
public enum Endpoint {
    CLIENT,
    CLIENT_SIDE,
    SERVER_SIDE,
    SERVER
}
