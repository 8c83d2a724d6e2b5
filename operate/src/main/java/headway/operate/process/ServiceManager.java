package headway.operate.process;

import headway.operate.system.Libc;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells systemd how far the process is: one UNIX datagram to the socket named in {@code NOTIFY_SOCKET} (sd_notify(3)). */
public final class ServiceManager {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int PATH_SIZE = 108;

    private ServiceManager() {}

    /**
     * @param socket the variable's value: a path, or {@code @} and an abstract name; null or empty when nobody waits
     * @param state such as {@code READY=1}
     * @return false when it could not be sent
     */
    public static boolean tell(Libc libc, @Nullable String socket, String state) {
        if (socket == null || socket.isEmpty()) return true;
        var name = socket.getBytes(StandardCharsets.UTF_8);
        if (name.length >= PATH_SIZE) return false;
        if (name[0] == '@') name[0] = 0;
        var descriptor = libc.call("socket", AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
        if (descriptor < 0) return false;
        try (var arena = Arena.ofConfined()) {
            var address = arena.allocate(2 + PATH_SIZE);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
            for (var i = 0; i < name.length; i++) address.set(ValueLayout.JAVA_BYTE, 2 + i, name[i]);
            var text = state.getBytes(StandardCharsets.UTF_8);
            var message = arena.allocateFrom(ValueLayout.JAVA_BYTE, text);
            // An abstract name is as long as said, without an end of its own.
            var length = 2 + name.length + (name[0] == 0 ? 0 : 1);
            return libc.call("sendto", descriptor, message.address(), text.length, 0, address.address(), length)
                    == text.length;
        } finally {
            libc.call("close", descriptor);
        }
    }
}
