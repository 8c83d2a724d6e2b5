package headway.operate.process;

import headway.operate.system.Libc;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code -D}: a JVM cannot fork, since its other threads would be missing in the copy. So the program starts itself anew, with the same command line, environment
 * and descriptors, in a session of its own, and waits until the new one says that it listens; then it leaves with 0, or with the exit code that the new one left with.
 */
public final class Daemon {
    /** The new process finds there the descriptor on which it says that it is ready. */
    public static final String VARIABLE = "HEADWAY_DAEMON_READY";

    private static final int O_CLOEXEC = 0x80000;
    private static final int O_RDWR = 2;
    private static final int F_SETFD = 2;
    private static final int POSIX_SPAWN_SETSID = 0x80;
    /** More than {@code sizeof(posix_spawnattr_t)}, which is 336 in glibc. */
    private static final int ATTRIBUTES_SIZE = 1024;

    private final Libc libc;

    public Daemon(Libc libc) {
        this.libc = libc;
    }

    /**
     * Starts the new process and waits for its word.
     *
     * @return this process's exit code
     */
    public int launch() throws IOException {
        try (var arena = Arena.ofConfined()) {
            var ends = arena.allocate(8);
            if (libc.call("pipe2", ends.address(), O_CLOEXEC) < 0) throw new IOException("no pipe");
            var in = ends.get(ValueLayout.JAVA_INT, 0);
            var out = ends.get(ValueLayout.JAVA_INT, 4);
            libc.call("fcntl", out, F_SETFD, 0);
            var child = spawn(arena, out);
            libc.call("close", out);
            var word = arena.allocate(1);
            if (libc.call("read", in, word.address(), 1) == 1) return 0;
            var status = arena.allocate(4);
            libc.call("waitpid", child, status.address(), 0);
            var code = status.get(ValueLayout.JAVA_INT, 0);
            return (code & 0x7f) == 0 ? code >> 8 & 0xff : 128 + (code & 0x7f);
        }
    }

    private int spawn(Arena arena, int ready) throws IOException {
        var attributes = arena.allocate(ATTRIBUTES_SIZE, 8);
        libc.call("posix_spawnattr_init", attributes.address());
        libc.call("posix_spawnattr_setflags", attributes.address(), POSIX_SPAWN_SETSID);
        var environment = new ArrayList<String>();
        for (var variable : System.getenv().entrySet()) environment.add(variable.getKey() + "=" + variable.getValue());
        environment.add(VARIABLE + "=" + ready);
        var process = arena.allocate(4);
        var failure = libc.callWithPointers(
                "posix_spawn",
                process,
                arena.allocateFrom("/proc/self/exe"),
                MemorySegment.NULL,
                attributes,
                texts(arena, commandLine()),
                texts(arena, environment));
        if (failure != 0) throw new IOException(Libc.message(Math.abs(failure)));
        return process.get(ValueLayout.JAVA_INT, 0);
    }

    /** As the kernel has it, options of the JVM included. */
    private static List<String> commandLine() throws IOException {
        var text = new String(Files.readAllBytes(Path.of("/proc/self/cmdline")), StandardCharsets.ISO_8859_1);
        var words = new ArrayList<String>();
        for (var from = 0; from < text.length(); ) {
            var end = text.indexOf('\0', from);
            words.add(text.substring(from, end));
            from = end + 1;
        }
        return words;
    }

    private static MemorySegment texts(Arena arena, List<String> texts) {
        var array = arena.allocate(ValueLayout.ADDRESS, texts.size() + 1L);
        for (var i = 0; i < texts.size(); i++)
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(texts.get(i), StandardCharsets.ISO_8859_1));
        return array;
    }

    /** Whether this process is the new one. */
    public static boolean isChild(Map<String, String> environment) {
        return environment.containsKey(VARIABLE);
    }

    /** In the new process: lets go of the terminal and says that it is ready. */
    public void ready(int descriptor) {
        var nothing = libc.callWithText("open", "/dev/null", O_RDWR);
        for (var standard = 0; standard <= 2 && nothing >= 0; standard++) libc.call("dup2", nothing, standard);
        if (nothing > 2) libc.call("close", nothing);
        try (var arena = Arena.ofConfined()) {
            libc.call("write", descriptor, arena.allocateFrom("!").address(), 1);
        }
        libc.call("close", descriptor);
    }
}
