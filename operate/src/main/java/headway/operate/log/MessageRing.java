package headway.operate.log;

import headway.base.memory.Slab;
import headway.language.model.LogRing;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages in memory of a fixed size: the oldest make room for new ones, except for those that a server has not got yet. Any thread; its lock is held
 * for as long as it takes to copy a message.
 *
 * <p>A message is four bytes of length and its own; positions count bytes since the beginning and never go back.
 */
final class MessageRing {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final int LENGTH = 4;

    private final LogRing model;
    private final MemorySegment memory;
    private final long size;
    private final List<RingReader> readers = new ArrayList<>();
    private long oldest;
    private long end;
    private long dropped;
    private long overwritten;

    /** A ring in memory of the process. */
    MessageRing(LogRing model) {
        this.model = model;
        size = model.size();
        memory = Arena.global().allocate(size);
    }

    /**
     * A ring that outlives the process.
     *
     * @throws IOException when its file cannot be had
     */
    MessageRing(LogRing model, BackingFile file) throws IOException {
        this.model = model;
        memory = file.map(model.size());
        size = memory.byteSize();
    }

    /** As the section describes it. */
    LogRing model() {
        return model;
    }

    /** Messages lost since the loss was last told. */
    synchronized long dropped() {
        return dropped;
    }

    synchronized void drop() {
        dropped++;
    }

    /** The loss of so many was told. */
    synchronized void told(long count) {
        dropped -= count;
    }

    /** Adds the message; false when it has no room, since a server is behind. */
    synchronized boolean put(int at, int length) {
        if (LENGTH + length > size) return false;
        while (end + LENGTH + length - oldest > size) {
            if (isNeeded(oldest)) return false;
            if (isMissed(oldest)) overwritten++;
            oldest += LENGTH + lengthAt(oldest);
        }
        putLength(end, length);
        write(end + LENGTH, at, length);
        end += LENGTH + length;
        for (var i = 0; i < readers.size(); i++) readers.get(i).more();
        return true;
    }

    private boolean isNeeded(long position) {
        for (var i = 0; i < readers.size(); i++) if (readers.get(i).needs(position)) return true;
        return false;
    }

    private boolean isMissed(long position) {
        for (var i = 0; i < readers.size(); i++) if (readers.get(i).misses(position)) return true;
        return false;
    }

    /** Messages that made room before a server, which was not there, had got them. */
    synchronized long overwritten() {
        return overwritten;
    }

    synchronized void join(RingReader reader) {
        readers.add(reader);
    }

    synchronized void leave(RingReader reader) {
        readers.remove(reader);
    }

    synchronized long oldest() {
        return oldest;
    }

    synchronized long end() {
        return end;
    }

    /** The length of the message there, -1 at the end. */
    synchronized int length(long position) {
        return position == end ? -1 : lengthAt(position);
    }

    /** Copies the message there to the slab, where there is room for it. */
    synchronized void read(long position, int length, int at) {
        var from = (position + LENGTH) % size;
        var first = Math.min(length, size - from);
        MemorySegment.copy(memory, from, Slab.MEMORY, at, first);
        MemorySegment.copy(memory, 0, Slab.MEMORY, at + first, length - first);
    }

    /** Cold: the message there. */
    synchronized byte[] bytes(long position) {
        var copy = new byte[lengthAt(position)];
        for (var i = 0; i < copy.length; i++)
            copy[i] = memory.get(ValueLayout.JAVA_BYTE, (position + LENGTH + i) % size);
        return copy;
    }

    /** Where the message after this one begins. */
    static long after(long position, int length) {
        return position + LENGTH + length;
    }

    private void write(long position, int at, int length) {
        var to = position % size;
        var first = Math.min(length, size - to);
        MemorySegment.copy(Slab.MEMORY, at, memory, to, first);
        MemorySegment.copy(Slab.MEMORY, at + first, memory, 0, length - first);
    }

    private int lengthAt(long position) {
        var from = position % size;
        if (from + LENGTH <= size) return memory.get(INT, from);
        var value = 0;
        for (var i = 0; i < LENGTH; i++)
            value |= (memory.get(ValueLayout.JAVA_BYTE, (position + i) % size) & 0xff) << 8 * i;
        return value;
    }

    private void putLength(long position, int length) {
        var to = position % size;
        if (to + LENGTH <= size) {
            memory.set(INT, to, length);
            return;
        }
        for (var i = 0; i < LENGTH; i++)
            memory.set(ValueLayout.JAVA_BYTE, (position + i) % size, (byte) (length >> 8 * i));
    }
}
