package headway.wire.engine;

import headway.base.units.Address;
import java.util.function.Consumer;

/** What makes loops and listeners: epoll on Linux, NIO elsewhere. */
public interface Engine {
    /** As {@code -vv} and {@code show info} name it: {@code epoll} or {@code nio}. */
    String name();

    /** A loop whose mistakes are told to the uncaught exception handler. */
    default Loop loop(int index, EngineSettings settings) {
        return loop(index, settings, bug -> {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
        });
    }

    /**
     * A loop, not started yet.
     *
     * @param bugHook told, on the loop, of each exception that a handler, a task or a timer let through
     */
    Loop loop(int index, EngineSettings settings, Consumer<Throwable> bugHook);

    /**
     * Opens and binds a listening socket, or adopts an inherited one.
     *
     * @throws ListenException with the kernel's words
     */
    Listener listen(ListenSpec spec) throws ListenException;

    /**
     * Opens and binds a socket for datagrams, for loops to {@link Loop#receive receive} from.
     *
     * @throws ListenException with the kernel's words
     */
    Listener datagramSocket(ListenSpec spec) throws ListenException;

    /**
     * A sender of datagrams to a UDP or UNIX datagram socket; for one thread.
     *
     * @throws ListenException when there can be no such socket; nobody need be there yet
     */
    default DatagramSender datagrams(Address to) throws ListenException {
        return datagrams(to, 0);
    }

    /**
     * @param sendBuffer bytes, 0 for what the system gives
     */
    DatagramSender datagrams(Address to, int sendBuffer) throws ListenException;

    /** As {@link #datagrams}, but writes each message to a descriptor of the process: 1 or 2, on epoll any. */
    DatagramSender output(int descriptor) throws ListenException;
}
