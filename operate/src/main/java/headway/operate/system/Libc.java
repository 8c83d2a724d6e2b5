package headway.operate.system;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls functions of libc by name. All share one handle, for each costs milliseconds to make: arguments are passed as six machine words, which is how
 * both x86-64 and aarch64 pass integers and pointers, and superfluous ones are ignored by the callee.
 *
 * <p>glibc's functions and not bare system calls, because {@code setuid} and its kind are per thread in the kernel and only glibc applies them to all threads.
 */
public final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALL = bind();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private final ConcurrentHashMap<String, MemorySegment> functions = new ConcurrentHashMap<>();

    /**
     * Calls a function that answers with an {@code int}; pointers as their addresses.
     *
     * @return its result, or {@code -errno} when it was -1
     */
    public int call(String function, long... arguments) {
        var address = functions.computeIfAbsent(
                function, name -> LINKER.defaultLookup().findOrThrow(name));
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(STATE);
            var words = new long[6];
            System.arraycopy(arguments, 0, words, 0, arguments.length);
            var result = (int)
                    (long) CALL.invokeExact(address, state, words[0], words[1], words[2], words[3], words[4], words[5]);
            return result == -1 ? -state.get(ValueLayout.JAVA_INT, 0) : result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Calls a function that takes a path or a name first. */
    public int callWithText(String function, String text, long... rest) {
        try (var arena = Arena.ofConfined()) {
            var words = new long[rest.length + 1];
            words[0] = arena.allocateFrom(text, StandardCharsets.UTF_8).address();
            System.arraycopy(rest, 0, words, 1, rest.length);
            return call(function, words);
        }
    }

    /** Calls a function that takes pointers only. */
    public int callWithPointers(String function, MemorySegment... arguments) {
        var words = new long[arguments.length];
        for (var i = 0; i < words.length; i++) words[i] = arguments[i].address();
        return call(function, words);
    }

    /** The kernel's words for an error number, as a positive number. */
    public static String message(int error) {
        return Errors.words(error);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle bind() {
        var word = ValueLayout.JAVA_LONG;
        return LINKER.downcallHandle(
                FunctionDescriptor.of(word, word, word, word, word, word, word),
                Linker.Option.captureCallState("errno"));
    }
}
