package headway.traffic.stream;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Notices that a {@code mode tcp} proxy with several servers carries more than one HTTP request on a connection: each request of a keep-alive client then goes to the same
 * server, which is seldom what was meant. It looks at the first bytes a client sends after its server has spoken, never at a stream of bulk data.
 */
public final class RequestsInTcp {
    /** Who tells the operator. */
    public interface Listener {
        /** Called once for a proxy: how many requests were seen on how many connections. */
        void severalRequests(long requests, long connections);
    }

    private final boolean watches;
    private final Listener listener;
    private final LongAdder requests = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Watches or does nothing.
     *
     * @param watches false when one server gets everything anyway, or when it was turned off
     */
    public RequestsInTcp(boolean watches, Listener listener) {
        this.watches = watches;
        this.listener = listener;
    }

    /** The client has spoken after the server did, or for the first time. */
    void seen(int at, int length, boolean first) {
        if (!watches || told.getPlain() || !Intake.looksLikeRequest(at, length)) return;
        requests.increment();
        if (first) connections.increment();
        else if (told.compareAndSet(false, true)) listener.severalRequests(requests.sum(), connections.sum());
    }
}
