package headway.wire.engine.epoll;

import java.util.HashMap;
import java.util.Map;

/** The descriptors that are written to, one {@link OpenOutput} for each, as long as somebody uses it. Any thread. */
final class OpenOutputs {
    private final Map<Integer, Used> open = new HashMap<>();

    private static final class Used {
        private final OpenOutput output;
        private int users;

        Used(int given) {
            output = new OpenOutput(given);
        }
    }

    /** That of a descriptor; whoever has it {@link #release releases} it. */
    synchronized OpenOutput of(int given) {
        var used = open.computeIfAbsent(given, Used::new);
        used.users++;
        return used.output;
    }

    synchronized void release(int given) {
        var used = open.get(given);
        if (used == null || --used.users > 0) return;
        open.remove(given);
        used.output.close();
    }
}
