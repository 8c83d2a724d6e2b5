package headway.wire.engine.epoll;

import headway.base.memory.Slab;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * System calls through libc's {@code syscall}, whose error number has to be captured. Where a call is inlined deeply the JIT makes a small object for the
 * captured state (40 bytes, measured), so x86-64 uses {@link RawCalls}.
 */
final class LibcCalls {
    private static final MethodHandle SYSCALL = bind();

    private LibcCalls() {}

    /** The result, or the negative error number. {@code error} lies at {@code errorAt} and belongs to the calling thread. */
    static long call(MemorySegment error, int errorAt, int number, long a, long b, long c, long d, long e, long f) {
        try {
            var result = (long) SYSCALL.invokeExact(error, (long) number, a, b, c, d, e, f);
            return result == -1 ? -Slab.intAt(errorAt) : result;
        } catch (RuntimeException | Error bug) {
            throw bug;
        } catch (Throwable bug) {
            throw new AssertionError(bug);
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle bind() {
        var linker = Linker.nativeLinker();
        var number = ValueLayout.JAVA_LONG;
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(number, number, number, number, number, number, number, number),
                Linker.Option.firstVariadicArg(1),
                Linker.Option.captureCallState("errno"));
    }
}
