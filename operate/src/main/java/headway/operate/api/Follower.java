package headway.operate.api;

/** A command that goes on saying what happens until its client says anything. On the loop of the runtime API. */
interface Follower extends AutoCloseable {
    /** What there is to say now, empty when there is nothing. */
    String next();

    @Override
    void close();

    /** Begins to follow. */
    @FunctionalInterface
    interface Opening {
        /**
         * @param wake to be called, by any thread, when there is something to say again
         */
        Follower open(Runnable wake);
    }
}
