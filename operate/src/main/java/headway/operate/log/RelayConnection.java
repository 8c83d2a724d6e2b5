package headway.operate.log;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.DatagramReceiver;
import headway.wire.engine.NetworkFailure;
import org.jspecify.annotations.Nullable;

/**
 * A connection that brings messages (RFC 6587): one that begins with a digit says its length first, one that begins with {@code <} ends with a line feed. Anything else
 * ends the connection, unless all are taken for lines.
 */
final class RelayConnection implements ConnectionHandler, DatagramReceiver.Origin {
    /** What came is not whole yet. */
    private static final int MORE = 0;

    private static final int WRONG = -1;

    private final LogRelay relay;
    private final Connection connection;
    private final int longest;
    private final Runnable left;
    private @Nullable Address address;
    /** The rest of a line that was too long is dropped. */
    private boolean skips;

    private boolean over;

    /**
     * @param longest message
     * @param left told when it is over
     */
    RelayConnection(LogRelay relay, Connection connection, int longest, Runnable left) {
        this.relay = relay;
        this.connection = connection;
        this.longest = longest;
        this.left = left;
    }

    /** To be called at once. */
    void begin() {
        connection.inputLimit(longest);
        patience();
    }

    private void patience() {
        var nanos = relay.section().clientNanos();
        connection.deadline(nanos == 0 ? Long.MAX_VALUE : connection.loop().nanos() + nanos);
    }

    @Override
    public @Nullable Address address() {
        if (address == null) address = connection.remote();
        return address instanceof Address.Inet ? address : null;
    }

    @Override
    public int bytes(Connection now, int at, int length, boolean full) {
        if (over) return length;
        patience();
        var used = 0;
        while (used < length) {
            var taken = one(at + used, length - used, full && used == 0);
            if (taken == WRONG) {
                end();
                return length;
            }
            if (taken == MORE) break;
            used += taken;
        }
        return used;
    }

    /** Takes one message; how long it was with all that frames it, {@link #MORE}, or {@link #WRONG}. */
    private int one(int at, int length, boolean full) {
        var first = Slab.byteAt(at);
        if (skips || relay.section().byLines() || first == '<') return line(at, length, full);
        return first >= '1' && first <= '9' ? counted(at, length) : WRONG;
    }

    private int line(int at, int length, boolean full) {
        var end = 0;
        while (end < length && Slab.byteAt(at + end) != '\n') end++;
        if (end == length && !full) return MORE;
        if (!skips && end > 0) relay.received(at, end, this);
        // Of a line longer than a buffer the beginning is worth having.
        skips = end == length;
        return skips ? length : end + 1;
    }

    private int counted(int at, int length) {
        var count = 0;
        for (var i = 0; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c == ' ') {
                if (length < i + 1 + count) return MORE;
                relay.received(at + i + 1, count, this);
                return i + 1 + count;
            }
            if (c < '0' || c > '9') return WRONG;
            count = count * 10 + c - '0';
            if (count + i + 2 > longest) return WRONG;
        }
        return MORE;
    }

    @Override
    public void room(Connection now) {}

    /** Half a message is none. */
    @Override
    public void ended(Connection now) {
        end();
    }

    @Override
    public void failed(Connection now, NetworkFailure failure) {
        if (!over) left.run();
        over = true;
    }

    @Override
    public void expired(Connection now) {
        end();
    }

    private void end() {
        if (over) return;
        over = true;
        connection.close();
        left.run();
    }
}
