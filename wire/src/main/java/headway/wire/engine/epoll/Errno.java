package headway.wire.engine.epoll;

import headway.wire.engine.NetworkFailure;

/** Linux' error numbers, negative as {@link Kernel} returns them. */
final class Errno {
    static final int EINTR = -4;
    static final int EAGAIN = -11;
    static final int ENOMEM = -12;
    static final int EACCES = -13;
    static final int EINVAL = -22;
    static final int ENFILE = -23;
    static final int EMFILE = -24;
    static final int EPIPE = -32;
    static final int ENOSYS = -38;
    static final int ENOTSUP = -95;
    static final int ECONNREFUSED = -111;
    static final int EINPROGRESS = -115;

    private Errno() {}

    static NetworkFailure failure(int error) {
        return switch (error) {
            case ECONNREFUSED, -2 -> NetworkFailure.REFUSED; // ENOENT: a UNIX socket that is not there
            case -104, EPIPE, -103 -> NetworkFailure.RESET; // ECONNRESET, ECONNABORTED
            case -101, -113, -100, -112 -> NetworkFailure.UNREACHABLE; // ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN
            case -110 -> NetworkFailure.TIMED_OUT; // ETIMEDOUT
            case EMFILE -> NetworkFailure.NO_DESCRIPTORS;
            case ENFILE -> NetworkFailure.NO_SYSTEM_DESCRIPTORS;
            case -99, -98, EAGAIN ->
                NetworkFailure
                        .NO_LOCAL_PORT; // EADDRNOTAVAIL, EADDRINUSE; EAGAIN from connect: no free port, or a full UNIX
            // backlog
            case ENOMEM, -105 -> NetworkFailure.NO_MEMORY; // ENOBUFS
            case EACCES, -1 -> NetworkFailure.DENIED; // EPERM
            default -> NetworkFailure.OTHER;
        };
    }

    /** As {@code strerror} words it, for messages to the operator. */
    static String words(int error) {
        return switch (error) {
            case -1 -> "Operation not permitted";
            case -2 -> "No such file or directory";
            case -9 -> "Bad file descriptor";
            case -12 -> "Cannot allocate memory";
            case -13 -> "Permission denied";
            case -17 -> "File exists";
            case -20 -> "Not a directory";
            case -22 -> "Invalid argument";
            case -23 -> "Too many open files in system";
            case -24 -> "Too many open files";
            case -88 -> "Socket operation on non-socket";
            case -92 -> "Protocol not available";
            case -95 -> "Operation not supported";
            case -97 -> "Address family not supported by protocol";
            case -98 -> "Address already in use";
            case -99 -> "Cannot assign requested address";
            case -101 -> "Network is unreachable";
            case -104 -> "Connection reset by peer";
            case -110 -> "Connection timed out";
            case -111 -> "Connection refused";
            case -113 -> "No route to host";
            default -> "Error " + -error;
        };
    }
}
