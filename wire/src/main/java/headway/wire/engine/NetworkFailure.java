package headway.wire.engine;

/** Why a connection failed, from the kernel's error number. */
public enum NetworkFailure {
    REFUSED,
    RESET,
    UNREACHABLE,
    TIMED_OUT,
    /** The process has as many as it may have. */
    NO_DESCRIPTORS,
    /** So has the system. */
    NO_SYSTEM_DESCRIPTORS,
    NO_LOCAL_PORT,
    NO_MEMORY,
    DENIED,
    OTHER,
    /** Nothing of the network: the handler threw, and its connection was closed. */
    BUG
}
