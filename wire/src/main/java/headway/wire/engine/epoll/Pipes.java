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
    private final int pairAt = Buffers.reserve(8);
    private final ArrayList<Pipe> free = new ArrayList<>();
    private int open;

    /**
     * An empty pipe.
     *
     * @param slots how many pieces it takes at least
     */
    record Pipe(int out, int in, int capacity, int slots) {}

    Pipes(Kernel kernel, int limit) {
        this.kernel = kernel;
        this.limit = limit;
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
        for (var size = LARGEST; size > 1 << 16; size >>= 2) {
            var result = kernel.call(Numbers.FCNTL, fd, F_SETPIPE_SZ, size);
            if (result > 0) return (int) result;
        }
        return (int) kernel.call(Numbers.FCNTL, fd, F_GETPIPE_SZ, 0);
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
