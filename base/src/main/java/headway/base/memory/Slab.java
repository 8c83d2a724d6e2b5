package headway.base.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one native memory area of the process. A piece of memory is (offset, length) in it, both {@code int}, so a view costs no object,
 * every access is bounds-checked against one constant, and an address that strayed ends in an exception instead of ending the VM.
 *
 * <p>The area is reserved, not touched: a page costs memory when it is first written.
 */
public final class Slab {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /**
     * Bytes reserved: 1 GiB of address space unless the property {@code headway.slab.megabytes} says otherwise; at most 2047 MiB. On Windows, where all
     * of it costs memory at once, 128 MiB.
     */
    public static final int SIZE = Math.min(Integer.getInteger("headway.slab.megabytes", usual()), 2047) << 20;

    /** The area itself, for system calls. Everything else goes through the methods below. */
    public static final MemorySegment MEMORY = reserve(SIZE);

    /** Where the area begins in the address space: a system call is given {@code ADDRESS + at}. */
    public static final long ADDRESS = MEMORY.address();

    private Slab() {}

    private static int usual() {
        return System.getProperty("os.name").startsWith("Windows") ? 128 : 1024;
    }

    public static byte byteAt(int at) {
        return MEMORY.get(ValueLayout.JAVA_BYTE, at);
    }

    public static void putByte(int at, byte value) {
        MEMORY.set(ValueLayout.JAVA_BYTE, at, value);
    }

    /** Two bytes in the order of the machine, which is little-endian on all that Headway runs on. */
    public static void putShort(int at, int value) {
        putByte(at, (byte) value);
        putByte(at + 1, (byte) (value >> 8));
    }

    /** Two bytes in network order, as an unsigned number. */
    public static int shortAt(int at) {
        return MEMORY.get(SHORT, at) & 0xffff;
    }

    /** Four bytes, the first one lowest. */
    public static int intAt(int at) {
        return MEMORY.get(INT, at);
    }

    public static void putInt(int at, int value) {
        MEMORY.set(INT, at, value);
    }

    /** Eight bytes, the first one lowest. */
    public static long longAt(int at) {
        return MEMORY.get(LONG, at);
    }

    public static void putLong(int at, long value) {
        MEMORY.set(LONG, at, value);
    }

    /** Copies; the ranges may overlap. */
    public static void copy(int from, int to, int length) {
        MemorySegment.copy(MEMORY, from, MEMORY, to, length);
    }

    public static boolean equal(int at, int otherAt, int length) {
        return MemorySegment.mismatch(MEMORY, at, at + (long) length, MEMORY, otherAt, otherAt + (long) length) < 0;
    }

    /** Cold: copies into a fresh array. */
    public static byte[] bytes(int at, int length) {
        var copy = new byte[length];
        MemorySegment.copy(MEMORY, ValueLayout.JAVA_BYTE, at, copy, 0, length);
        return copy;
    }

    /** Cold: the bytes as text, one character a byte. */
    public static String text(int at, int length) {
        return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
    }

    /** Cold: writes the array's bytes. */
    public static void put(int at, byte[] bytes) {
        for (var i = 0; i < bytes.length; i++) putByte(at + i, bytes[i]);
    }

    /** Writes a part of an array. */
    public static void put(int at, byte[] bytes, int from, int length) {
        MemorySegment.copy(bytes, from, MEMORY, ValueLayout.JAVA_BYTE, at, length);
    }

    /**
     * {@code mmap} where there is one, since Java's own allocation would touch every page to clear it. It is called with seven machine words, the last of which it
     * never sees: the engine calls the kernel with a handle of the same shape, and each further shape costs ten milliseconds at start.
     */
    private static MemorySegment reserve(int size) {
        var mmap = Linker.nativeLinker().defaultLookup().find("mmap");
        if (mmap.isEmpty()) return Arena.global().allocate(size, 4096);
        // PROT_READ|PROT_WRITE; MAP_PRIVATE|MAP_ANONYMOUS, and on Linux MAP_NORESERVE: the size is a limit, not a
        // demand.
        var flags = System.getProperty("os.name").startsWith("Mac") ? 0x1002L : 0x4022L;
        var address = call(mmap.get(), size, flags);
        if (address == -1) throw new OutOfMemoryError("mmap of " + size + " bytes for buffers was refused");
        return at(address, size);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment at(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }

    @SuppressWarnings("restricted")
    private static long call(MemorySegment mmap, long size, long flags) {
        var word = ValueLayout.JAVA_LONG;
        var handle = Linker.nativeLinker()
                .downcallHandle(mmap, FunctionDescriptor.of(word, word, word, word, word, word, word, word));
        try {
            return (long) handle.invokeExact(0L, size, 3L, flags, -1L, 0L, 0L);
        } catch (Error | RuntimeException bug) {
            throw bug;
        } catch (Throwable bug) {
            throw new AssertionError(bug);
        }
    }
}
