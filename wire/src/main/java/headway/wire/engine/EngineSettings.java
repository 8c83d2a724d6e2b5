package headway.wire.engine;

/**
 * Limits of a loop.
 *
 * @param bufferSize {@code tune.bufsize}: what a connection may keep unread
 * @param maxAccept {@code tune.maxaccept}: clients taken from a backlog in one turn
 * @param maxEvents {@code tune.maxpollevents}
 * @param splice false after the word "nosplice" or {@code -dS}
 * @param pipes {@code maxpipes}: how many pipes a loop may hold; of all loops before {@link #ofLoop}
 * @param pipeSize {@code tune.pipesize} in bytes; 0 for as much as the kernel lets an ordinary user have
 * @param bufferBytes how much may be in buffers before new requests wait: this loop's part of {@code tune.buffers.limit}
 */
public record EngineSettings(
        int bufferSize, int maxAccept, int maxEvents, boolean splice, int pipes, int pipeSize, long bufferBytes) {
    public EngineSettings(int bufferSize, int maxAccept, int maxEvents, boolean splice, int pipes) {
        this(bufferSize, maxAccept, maxEvents, splice, pipes, 0, Long.MAX_VALUE >> 1);
    }

    /** With the part of the pipes that is that loop's; the first loops have what cannot be divided. */
    public EngineSettings ofLoop(int index, int loops) {
        var part = pipes / loops + (index < pipes % loops ? 1 : 0);
        return new EngineSettings(bufferSize, maxAccept, maxEvents, splice, part, pipeSize, bufferBytes);
    }
}
