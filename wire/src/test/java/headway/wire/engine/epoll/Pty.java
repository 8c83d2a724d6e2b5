package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** A terminal and whoever reads from it: the two ends of a pseudo terminal. */
final class Pty {
    private static final int READ = System.getProperty("os.arch").equals("aarch64") ? 63 : 0;
    private static final int AT_FDCWD = -100;
    private static final int READ_WRITE_NO_CONTROL = 2 | 0x100;
    private static final int NOT_WAITING = 0x800;
    private static final int TIOCSPTLCK = 0x40045431;
    private static final long TIOCGPTN = 0x80045430L;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;

    private final Kernel kernel;
    private final int memoryAt = Buffers.reserve(1 << 16);
    private final int reader;
    private final int end;

    Pty(Kernel kernel) {
        this.kernel = kernel;
        reader = open("/dev/ptmx");
        Slab.putLong(memoryAt, 0);
        kernel.call(Numbers.IOCTL, reader, TIOCSPTLCK, Slab.ADDRESS + memoryAt);
        kernel.call(Numbers.IOCTL, reader, TIOCGPTN, Slab.ADDRESS + memoryAt);
        end = reader < 0 ? reader : open("/dev/pts/" + Slab.MEMORY.get(ValueLayout.JAVA_INT, memoryAt));
        kernel.call(Numbers.FCNTL, reader, F_SETFL, NOT_WAITING);
    }

    private int open(String path) {
        var bytes = (path + "\0").getBytes(StandardCharsets.US_ASCII);
        return (int)
                kernel.call(Numbers.OPENAT, AT_FDCWD, Slab.ADDRESS + Buffers.constant(bytes), READ_WRITE_NO_CONTROL, 0);
    }

    boolean isThere() {
        return end >= 0;
    }

    /** The terminal's end. */
    int end() {
        return end;
    }

    /** Whether a write to the terminal's end waits. */
    boolean isWaiting() {
        return (kernel.call(Numbers.FCNTL, end, F_GETFL, 0) & NOT_WAITING) == 0;
    }

    /** All that has been written. */
    String read() {
        var text = new StringBuilder();
        while (true) {
            var length = kernel.call(READ, reader, Slab.ADDRESS + memoryAt, 1 << 16);
            if (length <= 0) return text.toString();
            text.append(Slab.text(memoryAt, (int) length));
        }
    }

    void close() {
        kernel.call(Numbers.CLOSE, end);
        kernel.call(Numbers.CLOSE, reader);
    }
}
