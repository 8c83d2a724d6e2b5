package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;

/** An array of {@code epoll_event}: a number of flags and eight bytes of ours, without padding between them on x86-64 only. */
final class Epoll {
    static final int IN = 1;
    static final int OUT = 4;
    static final int ERR = 8;
    static final int HUP = 0x10;
    static final int RDHUP = 0x2000;
    static final int EXCLUSIVE = 1 << 28;
    static final int EDGE = 1 << 31;

    static final int ADD = 1;
    static final int DEL = 2;

    static final int DATA = System.getProperty("os.arch").equals("aarch64") ? 8 : 4;
    static final int SIZE = DATA + 8;

    private final int at;
    private final int capacity;

    Epoll(int capacity) {
        this.capacity = capacity;
        at = Buffers.reserve(capacity * SIZE);
    }

    long address() {
        return Slab.ADDRESS + at;
    }

    int capacity() {
        return capacity;
    }

    int flags(int index) {
        return Slab.intAt(at + index * SIZE);
    }

    long data(int index) {
        return Slab.longAt(at + index * SIZE + DATA);
    }

    void set(int flags, long data) {
        Slab.putInt(at, flags);
        Slab.putLong(at + DATA, data);
    }
}
