package headway.operate.process;

import headway.operate.stats.ProxyFigures;
import java.util.List;

/**
 * A configuration that is running. Every method may be called from any thread, more than once, and returns at once unless it says that it waits.
 */
public interface Running {
    /**
     * Listeners close, idle client connections are ended, running streams finish; {@link #awaitEnd} returns when the last one has. With {@code hard-stop-after}
     * it is the caller who stops what is left.
     */
    void softStop();

    /** Listeners and connections close now, whatever they carry, and the loops end. */
    void stop();

    /** SIGTTOU: stops accepting until {@link #resume}; what is in the backlog stays there. */
    void pause();

    /** SIGTTIN: accepts again. */
    void resume();

    /** Waits until it has ended: after {@link #stop}, or after {@link #softStop} when nothing runs any more. */
    void awaitEnd() throws InterruptedException;

    /** What it consists of, to report on. */
    List<ProxyFigures> proxies();
}
