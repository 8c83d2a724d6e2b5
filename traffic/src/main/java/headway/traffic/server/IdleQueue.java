package headway.traffic.server;

import headway.wire.exchange.ServerConnection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Idle connections of one loop, the one that has been idle longest first. Only the owner appends; anybody may take, and one compare-and-set of a place decides who
 * gets what lies there. A connection that was taken out of the middle leaves a hole, which whoever comes by skips.
 *
 * <p>A place is a number that only grows, its slot the number modulo the size; nothing is ever put back into a place.
 */
final class IdleQueue {
    private volatile AtomicReferenceArray<@Nullable ServerConnection> slots = new AtomicReferenceArray<>(8);
    /** All places before it are empty for good. */
    private final AtomicLong head = new AtomicLong();

    private volatile long tail;

    /** On the owner's loop. */
    void append(ServerConnection connection) {
        if (tail - head.get() == slots.length()) makeRoom();
        put(slots, connection);
    }

    private void put(AtomicReferenceArray<@Nullable ServerConnection> into, ServerConnection connection) {
        var place = tail;
        var slot = (int) place & into.length() - 1;
        connection.poolList = slot;
        assert into.get(slot) == null;
        into.set(slot, connection);
        tail = place + 1;
    }

    /** Takes the one that has been idle longest; any loop. */
    @Nullable
    ServerConnection take() {
        var array = slots;
        var end = tail;
        for (var place = head.get(); place < end; place++) {
            var slot = (int) place & array.length() - 1;
            var connection = array.get(slot);
            if (connection == null || !array.compareAndSet(slot, connection, null)) continue;
            // Not yet: a place between may belong to an array that was replaced meanwhile.
            if (array == slots) advance(place + 1);
            return connection;
        }
        if (array == slots) advance(end);
        return null;
    }

    /** Takes this one, on the owner's loop; false when somebody else has. */
    boolean remove(ServerConnection connection) {
        var array = slots;
        var slot = connection.poolList;
        return slot >= 0 && slot < array.length() && array.compareAndSet(slot, connection, null);
    }

    private void advance(long place) {
        var seen = head.get();
        while (seen < place) {
            var witness = head.compareAndExchange(seen, place);
            if (witness == seen) return;
            seen = witness;
        }
    }

    /** Closes the holes, in a larger array if less than half of the places are holes. */
    private void makeRoom() {
        var old = slots;
        var held = 0;
        for (var i = 0; i < old.length(); i++) if (old.get(i) != null) held++;
        var next = new AtomicReferenceArray<@Nullable ServerConnection>(
                held * 2 > old.length() ? old.length() * 2 : old.length());
        var from = head.get();
        var to = tail;
        // Places go on from the old tail, so that a taker with the old array cannot move the head beyond what is in the
        // new one.
        head.set(to);
        slots = next;
        for (var place = from; place < to; place++) {
            var connection = old.getAndSet((int) place & old.length() - 1, null);
            if (connection != null) put(next, connection);
        }
    }
}
