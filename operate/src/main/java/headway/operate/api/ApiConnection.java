package headway.operate.api;

import headway.base.memory.Slab;
import headway.operate.api.Session.Mode;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client of the runtime API: gathers lines and payloads, has them run, and sends the replies. What it sends is what scripts read: each reply ends with an
 * empty line, and a client that sends one line sees the connection end after the reply.
 */
final class ApiConnection implements ConnectionHandler {
    private static final int PIECE = 64 << 10;
    private static final int LONGEST_PATTERN = 64;
    private static final long LINGER_NANOS = 5_000_000_000L;

    private final Instance instance;
    private final Session session;
    private final Interpreter interpreter;
    private final Runnable closed;
    private final StringBuilder received = new StringBuilder();
    /** The command that waits for the end of its payload; null when none does. */
    private @Nullable String command;

    private final List<String> payload = new ArrayList<>();
    private String endOfPayload = "";
    private @Nullable Follower follower;
    private boolean served;
    private boolean leaving;

    /**
     * @param closed told when it is over
     */
    ApiConnection(Instance instance, Session session, Runnable closed) {
        this.instance = instance;
        this.session = session;
        this.interpreter = new Interpreter(instance, session);
        this.closed = closed;
    }

    /** To be called at once: the client may say nothing for as long as {@code stats timeout} allows. */
    void begin(Connection connection) {
        connection.deadline(connection.loop().nanos() + session.timeoutNanos());
    }

    @Override
    public int bytes(Connection connection, int at, int length, boolean full) {
        if (leaving) return length;
        begin(connection);
        if (follower != null) {
            endFollowing(connection);
            return length;
        }
        received.append(new String(Slab.bytes(at, length), StandardCharsets.ISO_8859_1));
        lines(connection);
        if (follower != null && !received.isEmpty()) {
            received.setLength(0);
            endFollowing(connection);
        }
        // A line that never ends is not kept for ever.
        if (received.length() > instance.global().tuning().bufferSize() && command == null) leave(connection);
        return length;
    }

    private void lines(Connection connection) {
        for (var end = received.indexOf("\n"); end >= 0 && !leaving && follower == null; end = received.indexOf("\n")) {
            var line = received.substring(0, end);
            received.delete(0, end + 1);
            line(connection, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        // One line, or as many as came together: then it is over.
        if (served && command == null && follower == null && session.mode() == Mode.SINGLE) leave(connection);
    }

    private void line(Connection connection, String line) {
        var waiting = command;
        if (waiting != null) {
            if (line.equals(endOfPayload)) {
                command = null;
                run(connection, waiting, String.join("\n", payload));
            } else {
                payload.add(line);
                prompt(connection);
            }
        } else if (begins(line)) prompt(connection);
        else run(connection, line, "");
    }

    /** A line that ends in {@code <<} and perhaps a pattern begins a payload, which ends with that pattern or an empty line. */
    private boolean begins(String line) {
        var mark = line.lastIndexOf(" <<");
        if (mark < 0) return false;
        var pattern = line.substring(mark + 3);
        if (pattern.length() > LONGEST_PATTERN || pattern.indexOf(' ') >= 0) return false;
        command = line.substring(0, mark);
        endOfPayload = pattern;
        payload.clear();
        return true;
    }

    private void run(Connection connection, String line, String text) {
        served = true;
        send(connection, interpreter.run(line, text));
        var following = session.takeFollowing();
        if (session.isOver()) leave(connection);
        else if (following != null) follow(connection, following);
        else prompt(connection);
    }

    private void follow(Connection connection, Follower.Opening opening) {
        // Nobody is idle who watches.
        connection.deadline(Long.MAX_VALUE);
        follower = opening.open(() -> connection.loop().send(() -> tellMore(connection)));
        tellMore(connection);
    }

    private void tellMore(Connection connection) {
        var now = follower;
        if (now == null || leaving || connection.pending() > 0) return;
        send(connection, now.next());
    }

    /** What the client says is only a sign that it has seen enough. */
    private void endFollowing(Connection connection) {
        stopFollowing();
        send(connection, "\n");
        begin(connection);
        if (session.mode() == Mode.SINGLE) leave(connection);
        else prompt(connection);
    }

    private void stopFollowing() {
        if (follower != null) follower.close();
        follower = null;
    }

    private void prompt(Connection connection) {
        if (session.mode() != Mode.PROMPT) return;
        if (command != null) send(connection, "+ ");
        else send(connection, session.isTimed() ? "[" + uptime() + "]> " : "> ");
    }

    private String uptime() {
        var seconds = (System.nanoTime() - instance.vitals().startedNanos()) / 1_000_000_000L;
        return "%d:%02d:%02d:%02d".formatted(seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    }

    private void send(Connection connection, String text) {
        if (text.isEmpty()) return;
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var buffer = connection.loop().buffers().take(Math.min(bytes.length, PIECE));
        for (var sent = 0; sent < bytes.length; sent += buffer.capacity()) {
            var length = Math.min(buffer.capacity(), bytes.length - sent);
            for (var i = 0; i < length; i++) Slab.putByte(buffer.tail() + i, bytes[sent + i]);
            connection.write(buffer.tail(), length);
        }
        buffer.release();
    }

    private void leave(Connection connection) {
        if (leaving) return;
        leaving = true;
        stopFollowing();
        connection.closeGracefully(LINGER_NANOS);
        closed.run();
    }

    @Override
    public void room(Connection connection) {
        tellMore(connection);
    }

    /** Half a line is dropped, as HAProxy does. */
    @Override
    public void ended(Connection connection) {
        if (follower != null) endFollowing(connection);
        leave(connection);
    }

    @Override
    public void failed(Connection connection, NetworkFailure failure) {
        if (!leaving) closed.run();
        leaving = true;
        stopFollowing();
    }

    @Override
    public void expired(Connection connection) {
        if (leaving) return;
        leaving = true;
        stopFollowing();
        connection.close();
        closed.run();
    }
}
