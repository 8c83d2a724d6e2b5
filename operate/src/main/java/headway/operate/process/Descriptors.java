package headway.operate.process;

import headway.operate.system.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

/** How many descriptors the process may have: {@code ulimit-n}. */
public final class Descriptors {
    private static final int RLIMIT_NOFILE = System.getProperty("os.name").startsWith("Mac") ? 8 : 7;

    private Descriptors() {}

    /** What is allowed now. */
    public static long limit(Libc libc) {
        try (var arena = Arena.ofConfined()) {
            var limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
            if (libc.call("getrlimit", RLIMIT_NOFILE, limits.address()) < 0) return -1;
            return limits.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /** Sets the limit, raising the hard one only where that is needed; false when the kernel refuses. */
    public static boolean limit(Libc libc, long wanted) {
        try (var arena = Arena.ofConfined()) {
            var limits = arena.allocate(ValueLayout.JAVA_LONG, 2);
            if (libc.call("getrlimit", RLIMIT_NOFILE, limits.address()) < 0) return false;
            limits.set(ValueLayout.JAVA_LONG, 0, wanted);
            var hard = limits.getAtIndex(ValueLayout.JAVA_LONG, 1);
            // As unsigned numbers, for "unlimited" is all ones.
            if (Long.compareUnsigned(wanted, hard) > 0) limits.setAtIndex(ValueLayout.JAVA_LONG, 1, wanted);
            return libc.call("setrlimit", RLIMIT_NOFILE, limits.address()) == 0;
        }
    }
}
