package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A loop's pipes for splicing: made when wanted, kept for the next. */
final class Pipes {
    private static final int F_SETPIPE_SZ = 1031;
    private static final int F_GETPIPE_SZ = 1032;
    private static final int LARGEST = 1 << 20;
    private static final int PAGE = 4096;

    private final Kernel kernel;
    private final int limit;
    private final int size;
    private final int pairAt = Buffers.reserve(8);
    private final ArrayList<Pipe> free = new ArrayList<>();
    private int open;

    /**
     * An empty pipe.
     *
     * @param slots how many pieces it takes at least
     */
    record Pipe(int out, int in, int capacity, int slots) {}

    /** @param size of a new pipe, which the kernel rounds up; 0 for as large as it lets it be */
    Pipes(Kernel kernel, int limit, int size) {
        this.kernel = kernel;
        this.limit = limit;
        this.size = size;
    }

    /** Null when there are too many already or the kernel gives none. */
    @Nullable
    Pipe take() {
        if (!free.isEmpty()) return free.removeLast();
        if (open >= limit) return null;
        if (kernel.call(Numbers.PIPE2, Slab.ADDRESS + pairAt, Sockets.NONBLOCK_CLOEXEC) < 0) return null;
        open++;
        var out = Slab.intAt(pairAt);
        var capacity = enlarge(out);
        return new Pipe(out, Slab.intAt(pairAt + 4), capacity, capacity / PAGE);
    }

    /** An ordinary user may have 64 MiB in all pipes; beyond that they stay small. */
    private int enlarge(int fd) {
        for (var wanted = size > 0 ? size : LARGEST; wanted > 0; wanted = smaller(wanted)) {
            var result = kernel.call(Numbers.FCNTL, fd, F_SETPIPE_SZ, wanted);
            if (result > 0) return (int) result;
        }
        return (int) kernel.call(Numbers.FCNTL, fd, F_GETPIPE_SZ, 0);
    }

    /** What to try next: a size that was asked for is not bargained about, and one below the system's own is no gain; 0 to leave it. */
    private int smaller(int refused) {
        return size > 0 || refused >> 2 <= 1 << 16 ? 0 : refused >> 2;
    }

    /** A pipe with bytes in it is of no use to anybody. */
    void release(Pipe pipe, boolean empty) {
        if (empty) free.add(pipe);
        else close(pipe);
    }

    private void close(Pipe pipe) {
        kernel.call(Numbers.CLOSE, pipe.out());
        kernel.call(Numbers.CLOSE, pipe.in());
        open--;
    }

    void closeAll() {
        free.forEach(this::close);
        free.clear();
    }

    /** How many exist, in use or not. */
    int open() {
        return open;
    }
}
