package headway.wire.engine;

import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/**
 * One stream socket, owned by one loop; every method is called on that loop.
 *
 * <p>Reading: bytes are shown to {@link ConnectionHandler#bytes} where they were received. What it does not consume is kept (and from then on costs
 * a buffer) and shown again, together with what has come since, at the next event or {@link #resume}.
 *
 * <p>Writing: {@link #write} sends at once what the kernel takes and keeps a copy of the rest; {@link #pending} tells how much is kept, and
 * {@link ConnectionHandler#room} is called when nothing is any more. Whoever relays stops its source while something is pending.
 */
public abstract class Connection {
    protected final Loop loop;
    protected ConnectionHandler handler;

    protected Connection(Loop loop, ConnectionHandler handler) {
        this.loop = loop;
        this.handler = handler;
    }

    public final Loop loop() {
        return loop;
    }

    /** Replaces who is told of events; unread bytes go to the new one at the next {@link #resume} or event. */
    public final void handler(ConnectionHandler handler) {
        assert loop.isCurrent();
        this.handler = handler;
    }

    public final ConnectionHandler handler() {
        return handler;
    }

    /** Stops the events of reading: nothing is read and nothing shown until {@link #resume}. The peer's end is not noticed meanwhile, unless {@link #watch}. */
    public abstract void pause();

    /**
     * Shows kept bytes and reads on. From inside an event of this connection it only asks for this to happen after the event; from elsewhere it
     * happens before the loop waits again.
     */
    public abstract void resume();

    /**
     * While paused, be told (by {@code ended} or {@code failed}) when the peer closes or resets, as far as the kernel tells without reading. {@code ended} may
     * then come before bytes that are still unread; a later {@link #resume} shows these, and {@code ended} is told again behind them only if watching was given up before.
     */
    public abstract void watch(boolean on);

    public abstract boolean isPaused();

    /** Something has come that would begin something new, and waits in the kernel since too much memory is in use. */
    public abstract boolean isHeldBack();

    /** How many received bytes are kept unconsumed. */
    public abstract int unread();

    /** Where they lie until the next event or call of this connection; 0 when there are none. */
    public abstract int unreadAt();

    /** How many unconsumed bytes may be kept before {@code bytes} is called with {@code full} set: {@code tune.bufsize}. */
    public abstract void inputLimit(int bytes);

    /**
     * Sends the range, keeping a copy of what the kernel does not take now. After a failure it does nothing: {@code failed} will be told once what the peer
     * had sent before was shown; {@link #failure} tells it at once.
     */
    public abstract void write(int at, int length);

    /**
     * Sends two ranges, one after the other, with one system call. When the second one is being shown by a connection of this loop, the first may be copied to right in
     * front of it, over what was shown before: nobody may look at that any more.
     */
    public abstract void write(int firstAt, int firstLength, int secondAt, int secondLength);

    /** Announces that more follows in this turn, so that the kernel need not send a small segment yet (MSG_MORE) for the next write. */
    public abstract void more(boolean follows);

    /** Bytes written but not yet taken by the kernel. */
    public abstract int pending();

    /** True while the peer has not taken all that is meant for it: something is pending, or a splice to it has not got rid of its bytes. */
    public abstract boolean isBehind();

    /** Sends FIN once everything pending is sent; reading goes on. */
    public abstract void shutdownOutput();

    /** Closes once everything pending is sent or {@code lingerNanos} have passed; there are no more events. */
    public abstract void closeGracefully(long lingerNanos);

    /** Closes now; there are no more events. Pending bytes are dropped. */
    public abstract void close();

    /** Closes now, with RST. */
    public abstract void reset();

    public abstract boolean isClosed();

    /** True when the peer's FIN has been seen. */
    public abstract boolean hasEnded();

    /**
     * Calls {@link ConnectionHandler#expired} at that time of {@link Loop#nanos}, {@link Long#MAX_VALUE} for never. Moving it later is free: the wheel is
     * touched only when the old time comes.
     */
    public abstract void deadline(long nanos);

    /**
     * Moves up to {@code limit} bytes from this connection to {@code to} inside the kernel, until the limit or the end. Bytes kept unread must have been consumed
     * before. While it runs, {@code bytes} is not called here and nothing may be written to {@code to}; what is pending there goes first. A failure is told to
     * the handler of the connection that failed, and ends the splice; so does closing either of them. The source's end is told to the listener only.
     *
     * @return false when this engine or these sockets cannot: nothing was moved, relay by {@code bytes} and {@code write}
     */
    public abstract boolean splice(Connection to, long limit, SpliceListener listener);

    /** Ends a running splice at the next chance; the listener is told as for the limit. */
    public abstract void stopSplice();

    /** The peer's address; for UNIX sockets the listener's path. Made anew at each call. */
    public abstract Address remote();

    /** The local address, asked of the kernel at each call; of an intercepted connection the original destination. */
    public abstract Address local();

    /**
     * Offers this idle connection (nothing unread, nothing pending, no splice) to the other loops: from now on any loop may {@link Loop#claim} it. The
     * owner is told of events as before, after it won the connection back, which is then offered no longer; an owner that wants to use it claims it too. Leave
     * it reading or watched, or its end goes unnoticed.
     */
    public abstract void offer();

    /** True while other loops may claim it, and for good once one of them has. */
    public abstract boolean isOffered();

    /** Takes the offer back; false when another loop was faster. */
    public abstract boolean withdraw();

    /**
     * Sets a socket option on the living connection.
     *
     * @return false when the system did not take it
     */
    public abstract boolean option(SocketOption option, int value);

    /**
     * Closes now, and the peer is not to notice: without any packet where the system and its rights allow that ({@code TCP_REPAIR}), else with an RST that lives one
     * hop.
     *
     * @param hops when not 0, an RST is sent in any case and lives so many hops: what stands in between forgets the connection
     */
    public final void vanish(int hops) {
        if (isClosed()) return;
        if (hops == 0 && option(SocketOption.REPAIR, 1)) {
            close();
        } else {
            option(SocketOption.HOPS, Math.max(1, hops));
            reset();
        }
    }

    /** The number of the socket in this process; -1 when the engine does not know it. */
    public int descriptor() {
        return -1;
    }

    /** What the kernel measures of it now; -1 when this engine or this socket has none. */
    public long measured(TcpFigure figure) {
        return -1;
    }

    /** Copies the packet that began the connection to the slab, as much as there is room for; its length, or -1 when the system has not kept it or has told it before. */
    public int savedSyn(int at, int size) {
        return -1;
    }

    /** What the kernel last said, for the log and the termination state; null while nothing failed. */
    public abstract @Nullable NetworkFailure failure();
}
