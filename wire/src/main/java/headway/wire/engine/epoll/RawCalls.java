package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * System calls on x86-64 by ten instructions of our own in a page of the slab, which is made executable and no longer writable. The kernel itself returns
 * the negative error number; only libc turns it into {@code errno}, which Java can read back safely only at the price of an object a call.
 */
final class RawCalls {
    private static final int PAGE = 4096;
    private static final int READ_EXECUTE = 5;

    /** The C calling convention has the arguments in rdi, rsi, rdx, rcx, r8, r9 and on the stack; the kernel wants rax, rdi, rsi, rdx, r10, r8, r9. */
    private static final int[] INSTRUCTIONS = {
        0xf3,
        0x0f,
        0x1e,
        0xfa, // endbr64
        0x48,
        0x89,
        0xf8, // mov rax, rdi
        0x48,
        0x89,
        0xf7, // mov rdi, rsi
        0x48,
        0x89,
        0xd6, // mov rsi, rdx
        0x48,
        0x89,
        0xca, // mov rdx, rcx
        0x4d,
        0x89,
        0xc2, // mov r10, r8
        0x4d,
        0x89,
        0xc8, // mov r8, r9
        0x4c,
        0x8b,
        0x4c,
        0x24,
        0x08, // mov r9, [rsp + 8]
        0x0f,
        0x05, // syscall
        0xc3 // ret
    };

    private static final @Nullable MethodHandle CALL = usable() ? bind() : null;

    private RawCalls() {}

    /** False on other processors, and where the system lets no page become executable. */
    static boolean available() {
        return CALL != null;
    }

    /** The result, or the negative error number. */
    static long call(int number, long a, long b, long c, long d, long e, long f) {
        assert CALL != null;
        try {
            return (long) CALL.invokeExact((long) number, a, b, c, d, e, f);
        } catch (RuntimeException | Error bug) {
            throw bug;
        } catch (Throwable bug) {
            throw new AssertionError(bug);
        }
    }

    private static boolean usable() {
        return System.getProperty("os.arch").equals("amd64") && !Boolean.getBoolean("headway.syscalls.libc");
    }

    private static @Nullable MethodHandle bind() {
        var reserved = Buffers.reserve(2 * PAGE);
        var at = reserved + PAGE - (int) ((Slab.ADDRESS + reserved) % PAGE);
        for (var i = 0; i < INSTRUCTIONS.length; i++) Slab.putByte(at + i, (byte) INSTRUCTIONS[i]);
        return makeExecutable(Slab.ADDRESS + at) ? handle(MemorySegment.ofAddress(Slab.ADDRESS + at)) : null;
    }

    private static boolean makeExecutable(long address) {
        var mprotect = handle(Linker.nativeLinker().defaultLookup().findOrThrow("mprotect"));
        try {
            return (int) (long) mprotect.invokeExact(address, (long) PAGE, (long) READ_EXECUTE, 0L, 0L, 0L, 0L) == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The shape that the slab has used already, so that it costs nothing more; a function takes no notice of words too many. */
    @SuppressWarnings("restricted")
    private static MethodHandle handle(MemorySegment function) {
        var word = ValueLayout.JAVA_LONG;
        return Linker.nativeLinker()
                .downcallHandle(function, FunctionDescriptor.of(word, word, word, word, word, word, word, word));
    }
}
