package headway.wire.exchange;

import headway.base.units.Address;
import headway.wire.engine.Connection;
import headway.wire.engine.Loop;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server that carries exchanges, one after the other (HTTP/1) or side by side (later). Between exchanges it may lie in a pool, whose links and marks it
 * carries itself so that pooling allocates nothing.
 */
public abstract class ServerConnection {
    /** Neighbours in the pool's list of its loop; the pool's business. */
    public @Nullable ServerConnection poolPrevious;

    public @Nullable ServerConnection poolNext;
    /** Where it leads to: the server, as whoever pools it knows it. */
    public @Nullable Object server;
    /** Which list it is in; the pool's business. */
    public int poolList = -1;
    /** Who is told when it ends while idle; the server it belongs to. */
    public @Nullable IdleOwner owner;

    private @Nullable Address localAddress;

    public long idleSinceNanos;
    /** Exchanges begun on it. */
    public int exchanges;
    /** It has been used again after its first session at least once: {@code http-reuse aggressive} may give it to a first request. */
    public boolean proven;
    /** It belongs to one client's session (NTLM, {@code http-reuse never}, a proxied CONNECT): never shared. */
    public boolean isPrivate;

    /** The loop that owns it. */
    public abstract Loop loop();

    public abstract Connection connection();

    /** Its own end; asked of the kernel once. */
    public final Address localAddress() {
        var known = localAddress;
        if (known == null) localAddress = known = connection().local();
        return known;
    }

    /** Begins an exchange. */
    public abstract Exchange open(ExchangeListener listener);

    /** True when the last exchange ended so that another one may follow. */
    public abstract boolean isReusable();

    /** Makes it idle: events until the next {@link #open} are told to the owner. {@code shared} offers it to the other loops. */
    public abstract void idle(boolean shared);

    /**
     * Takes it out of idleness for use on the loop, its own or another's.
     *
     * @return false when it has ended, another loop was faster, or its own is looking after it just now; who it is then only its own loop can tell, by {@link #isClosed}
     */
    public abstract boolean claim(Loop taker);

    public abstract void close();

    /** On its loop. */
    public abstract boolean isClosed();

    /** Who owns an idle connection. */
    public interface IdleOwner {
        /** The idle connection has been closed by its peer or by a failure; on its loop. */
        void idleEnded(ServerConnection connection);
    }
}
