package headway.wire.engine.nio;

import headway.wire.engine.NetworkFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;

/** What Java's exceptions mean: some have a class, most only the system's words. */
final class NioFailures {
    /** Codes of errors are at or below this number, so that none is taken for "again". */
    private static final int FIRST = -100;

    private static final NetworkFailure[] ALL = NetworkFailure.values();

    private NioFailures() {}

    static int code(IOException e) {
        return FIRST - failure(e).ordinal();
    }

    static NetworkFailure failure(int code) {
        return ALL[FIRST - code];
    }

    static NetworkFailure failure(IOException e) {
        if (e instanceof NoRouteToHostException || e instanceof PortUnreachableException)
            return NetworkFailure.UNREACHABLE;
        if (e instanceof BindException) return NetworkFailure.NO_LOCAL_PORT;
        var words = String.valueOf(e.getMessage());
        if (words.contains("refused") || words.contains("No such file")) return NetworkFailure.REFUSED;
        if (words.contains("reset") || words.contains("Broken pipe") || words.contains("abort"))
            return NetworkFailure.RESET;
        if (words.contains("unreachable")) return NetworkFailure.UNREACHABLE;
        if (words.contains("timed out")) return NetworkFailure.TIMED_OUT;
        if (words.contains("open files in system")) return NetworkFailure.NO_SYSTEM_DESCRIPTORS;
        if (words.contains("allocate memory") || words.contains("buffer space")) return NetworkFailure.NO_MEMORY;
        if (words.contains("Too many open files")) return NetworkFailure.NO_DESCRIPTORS;
        if (words.contains("ermission")) return NetworkFailure.DENIED;
        return NetworkFailure.OTHER;
    }
}
