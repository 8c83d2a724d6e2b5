package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.nio.charset.StandardCharsets;

/** Makes sockets in another network namespace: the thread goes there and comes back. Namespaces are found where {@code ip netns} keeps them. */
final class Namespaces {
    private static final String FOLDER = "/var/run/netns/";
    private static final String OWN = "/proc/thread-self/ns/net";
    private static final int AT_FDCWD = -100;
    private static final int O_CLOEXEC = 0x80000;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int LONGEST = 256;

    private final Kernel kernel;
    private final int pathAt = Buffers.reserve(LONGEST);

    Namespaces(Kernel kernel) {
        this.kernel = kernel;
    }

    /** A non-blocking socket that belongs to the namespace for good, or a negative error. */
    int socket(String namespace, int family, int type) {
        var there = open(FOLDER + namespace);
        if (there < 0) return there;
        var here = open(OWN);
        var entered = here < 0 ? here : (int) kernel.call(Numbers.SETNS, there, CLONE_NEWNET);
        var fd = entered < 0 ? entered : (int) kernel.call(Numbers.SOCKET, family, type | Sockets.NONBLOCK_CLOEXEC, 0);
        if (entered == 0 && kernel.call(Numbers.SETNS, here, CLONE_NEWNET) < 0) {
            throw new IllegalStateException("the thread cannot return from network namespace " + namespace);
        }
        kernel.call(Numbers.CLOSE, there);
        if (here >= 0) kernel.call(Numbers.CLOSE, here);
        return fd;
    }

    private int open(String path) {
        var bytes = (path + "\0").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) return Errno.EINVAL;
        Slab.put(pathAt, bytes);
        return (int) kernel.call(Numbers.OPENAT, AT_FDCWD, Slab.ADDRESS + pathAt, O_CLOEXEC, 0);
    }
}
