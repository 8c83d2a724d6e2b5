package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * System calls of one thread. All go through libc's {@code syscall}, so that one handle serves for all of them: each costs milliseconds to make. Memory is
 * passed as an address, and only ever one of the slab.
 */
final class Kernel {
    private static final MethodHandle SYSCALL = bind();

    private final int errorAt = Buffers.reserve(8);
    private final MemorySegment error = Slab.MEMORY.asSlice(errorAt, 4);

    /** The result, or the negative error number. */
    long call(int number, long first, long second, long third, long fourth, long fifth, long sixth) {
        try {
            var result = (long) SYSCALL.invokeExact(error, (long) number, first, second, third, fourth, fifth, sixth);
            return result == -1 ? -Slab.intAt(errorAt) : result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    long call(int number, long first) {
        return call(number, first, 0, 0, 0, 0, 0);
    }

    long call(int number, long first, long second) {
        return call(number, first, second, 0, 0, 0, 0);
    }

    long call(int number, long first, long second, long third) {
        return call(number, first, second, third, 0, 0, 0);
    }

    long call(int number, long first, long second, long third, long fourth) {
        return call(number, first, second, third, fourth, 0, 0);
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
