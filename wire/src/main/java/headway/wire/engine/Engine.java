package headway.wire.engine;

/** What makes loops and listeners: epoll on Linux, NIO elsewhere. */
public interface Engine {
    /** As {@code -vv} and {@code show info} name it: {@code epoll} or {@code nio}. */
    String name();

    Loop loop(int index, EngineSettings settings);

    /**
     * Opens and binds a listening socket, or adopts an inherited one.
     *
     * @throws ListenException with the kernel's words
     */
    Listener listen(ListenSpec spec) throws ListenException;
}
