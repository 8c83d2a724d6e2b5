package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes to a descriptor that the process was given, such as standard output, and never waits for whoever reads there. Other processes may share the
 * descriptor, so it is not made non-blocking: the kernel is asked in each call not to wait, or, where it cannot be asked (terminals), the file is opened once
 * more, which gives a description that is this program's alone. A regular file is never full, and is written to as it is.
 *
 * <p>All loops share the one of a descriptor, whichever {@code log} line names it: a line of which only a part had room is completed before another one is
 * written, whoever writes that.
 */
final class OpenOutput {
    private static final int RWF_NOWAIT = 8;
    private static final long CURRENT_POSITION = -1;
    private static final int DONT_WAIT_NO_SIGNAL = 0x4040;
    private static final int AT_FDCWD = -100;
    /** O_WRONLY, O_NOCTTY, O_NONBLOCK, O_CLOEXEC. */
    private static final int ANEW = 1 | 0x100 | 0x800 | 0x80000;

    /** What keeps the kernel from waiting. */
    private enum Way {
        /** A flag of each write: pipes. */
        WRITE_FLAG,
        /** A flag of each send: sockets. */
        SEND_FLAG,
        /** Nothing, or the description. */
        NONE
    }

    /** What has become of the rest of the last line. */
    enum Rest {
        WRITTEN,
        WAITS,
        LOST
    }

    private final Kernel kernel = new Kernel();
    private final int vectorAt = Buffers.reserve(Gather.VECTOR_SIZE);
    private final int given;
    private int fd;
    private Way way;
    /** What the last line still lacks. */
    private int restAt;

    private int restLength;
    private int restRoom;

    OpenOutput(int given) {
        this.given = given;
        fd = given;
        var file = Path.of("/proc/self/fd/" + given);
        var target = target(file);
        way = isNeverFull(file, target) ? Way.NONE : target.startsWith("socket:") ? Way.SEND_FLAG : Way.WRITE_FLAG;
        if (way == Way.WRITE_FLAG && !target.startsWith("pipe:")) openAnew();
    }

    private static boolean isNeverFull(Path file, String target) {
        return Files.isRegularFile(file) || target.equals("/dev/null");
    }

    /** Empty when the system does not say. */
    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** As before when that is not possible, such as for want of rights. */
    private void openAnew() {
        var path = ("/proc/self/fd/" + given + "\0").getBytes(StandardCharsets.US_ASCII);
        var own = (int) kernel.call(Numbers.OPENAT, AT_FDCWD, Slab.ADDRESS + Buffers.constant(path), ANEW, 0);
        if (own < 0) return;
        fd = own;
        way = Way.NONE;
    }

    /** False when nothing of the line was taken. Call {@link #complete} before. */
    synchronized boolean write(int at, int length) {
        if (restLength > 0) return false;
        var sent = (int) put(at, length);
        if (sent > 0 && sent < length) keep(at + sent, length - sent);
        return sent > 0;
    }

    /** Writes what the last line lacks. Of a reader who has left the rest of a line is lost. */
    synchronized Rest complete() {
        if (restLength == 0) return Rest.WRITTEN;
        var sent = (int) put(restAt, restLength);
        if (sent == Errno.EAGAIN) return Rest.WAITS;
        if (sent > 0 && sent < restLength) {
            Slab.copy(restAt + sent, restAt, restLength - sent);
            restLength -= sent;
            return Rest.WAITS;
        }
        restLength = 0;
        return sent < 0 ? Rest.LOST : Rest.WRITTEN;
    }

    private void keep(int at, int length) {
        if (restRoom < length) {
            // Reserved memory is never given back, so it grows by powers of two.
            restRoom = Integer.highestOneBit(length) << 1;
            restAt = Buffers.reserve(restRoom);
        }
        Slab.copy(at, restAt, length);
        restLength = length;
    }

    private long put(int at, int length) {
        return switch (way) {
            case NONE -> kernel.call(Numbers.WRITE, fd, Slab.ADDRESS + at, length);
            case SEND_FLAG -> kernel.call(Numbers.SENDTO, fd, Slab.ADDRESS + at, length, DONT_WAIT_NO_SIGNAL, 0, 0);
            case WRITE_FLAG -> {
                Slab.putLong(vectorAt, Slab.ADDRESS + at);
                Slab.putLong(vectorAt + 8, length);
                var vector = Slab.ADDRESS + vectorAt;
                var sent = kernel.call(Numbers.PWRITEV2, fd, vector, 1, CURRENT_POSITION, CURRENT_POSITION, RWF_NOWAIT);
                if (sent >= 0 || sent == Errno.EAGAIN || sent == Errno.EPIPE) yield sent;
                // An older kernel does not know the flag here.
                way = Way.NONE;
                yield put(at, length);
            }
        };
    }

    /** What the process was given stays open. */
    synchronized void close() {
        complete();
        if (fd != given) kernel.call(Numbers.CLOSE, fd);
        fd = given;
    }
}
