package headway.traffic.stream;

import headway.wire.engine.NetworkFailure;
import org.jspecify.annotations.Nullable;

/** The numbers by which HAProxy calls what can be wrong with a connection: manual, {@code fc_err_str}. */
final class NetworkErrors {
    private NetworkErrors() {}

    /** 0 when nothing is wrong. */
    static int number(@Nullable NetworkFailure failure) {
        return switch (failure) {
            case null -> 0;
            case NO_DESCRIPTORS -> 2;
            case NO_SYSTEM_DESCRIPTORS -> 3;
            case NO_MEMORY -> 49;
            case NO_LOCAL_PORT -> 9;
            case REFUSED -> 46;
            case RESET -> 47;
            case UNREACHABLE -> 48;
            case TIMED_OUT, DENIED, OTHER, BUG -> 6;
        };
    }
}
