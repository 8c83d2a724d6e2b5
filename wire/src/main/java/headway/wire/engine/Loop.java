package headway.wire.engine;

import headway.base.memory.Buffers;
import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/**
 * One thread that owns connections, listeners and timers. Between two waits it handles events in the order in which the kernel told them, then what
 * {@link #later later} asked for, then messages, then timers.
 */
public abstract class Loop {
    /** From 0; the index of this loop's counters. */
    public abstract int index();

    public abstract boolean isCurrent();

    /** Monotonic time, read once after each wait. */
    public abstract long nanos();

    /** Milliseconds since 1970, read once after each wait. */
    public abstract long wallMillis();

    public abstract Buffers buffers();

    /** Runs the message on this loop; from any thread, in order for one sender. */
    public abstract void send(Runnable message);

    /** Runs the task at the end of this turn. */
    public abstract void later(Runnable task);

    /** Arms (or moves) the timer; on this loop. */
    public abstract void arm(Timer timer, long nanos);

    public abstract void disarm(Timer timer);

    /** How many connections this loop owns. Any thread. */
    public abstract int connections();

    /** Whether the address is one of this machine's, whatever its port; those of UNIX sockets are. It costs some system calls. */
    public abstract boolean isLocal(Address address);

    /**
     * Starts connecting. The result is told to {@code connected} or {@code failed}, never from inside this call.
     *
     * @return the connection, or null when no socket could be made: {@code failure} says why
     */
    public abstract @Nullable Connection connect(ConnectTarget target, ConnectionHandler handler);

    /** Why the last {@link #connect} returned null. */
    public abstract NetworkFailure connectFailure();

    /**
     * Takes over an offered connection of this or another loop.
     *
     * @return the connection as it is called on this loop from now on, or null when somebody else was faster or it has ended. The offered object must not be used again.
     */
    public abstract @Nullable Connection claim(Connection offered, ConnectionHandler handler);

    /** Begins to accept from the listener on this loop; see {@link Listener}. */
    public abstract void accept(Listener listener, Acceptor acceptor);

    /** Begins to receive from a socket for datagrams on this loop; {@link #suspend} ends it. */
    public abstract void receive(Listener socket, DatagramReceiver receiver);

    /** Stops accepting from it on this loop; what is in the backlog stays there. */
    public abstract void suspend(Listener listener);

    /** Measures how much of its time the loop works; to be called before {@link #start}. It costs a look at the clock each turn. */
    public abstract void measureUsage();

    /** How much of the last stretch of time the loop has worked instead of waiting, in percent; 0 when it is not measured. Any thread. */
    public abstract int usagePercent();

    /** How often a handler, a task or a timer threw: mistakes of ours, each of which closed one connection at most. Any thread. */
    public abstract long bugs();

    /** How often a connection has waited for buffers to become free; any thread. */
    public abstract long bufferWaits();

    public abstract void start();

    /** Ends the loop after the current turn and closes what it owns. Any thread. */
    public abstract void stop();

    /** Waits for a stopped loop to end; false when it has not within the time. Any other thread. */
    public abstract boolean join(long millis) throws InterruptedException;
}
