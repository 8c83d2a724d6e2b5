package headway.wire.engine;

import headway.wire.engine.epoll.EpollEngine;
import headway.wire.engine.nio.NioEngine;

/** Which engine serves on this machine. */
public final class Engines {
    private Engines() {}

    /**
     * Epoll where it is, else NIO.
     *
     * @param epollAllowed false after {@code noepoll} or {@code -de}
     */
    public static Engine pick(boolean epollAllowed) {
        return epollAllowed && hasEpoll() ? new EpollEngine() : new NioEngine();
    }

    private static boolean hasEpoll() {
        var machine = System.getProperty("os.arch");
        var known = machine.equals("amd64") || machine.equals("aarch64");
        return known && System.getProperty("os.name").equals("Linux");
    }
}
