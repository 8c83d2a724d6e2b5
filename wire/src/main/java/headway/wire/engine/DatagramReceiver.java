package headway.wire.engine;

import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/** Who is told of datagrams, on the loop that received them. */
public interface DatagramReceiver {
    /**
     * A datagram has come; it lies in the slab for the duration of the call.
     */
    void received(int at, int length, Origin from);

    /** Who sent it, worked out for whoever asks. */
    @FunctionalInterface
    interface Origin {
        /** Null when the sender has none, as of UNIX sockets. */
        @Nullable
        Address address();
    }
}
