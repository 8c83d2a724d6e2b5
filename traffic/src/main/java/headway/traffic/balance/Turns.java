package headway.traffic.balance;

import headway.traffic.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A {@link Rotation} written out: turns that happen once, then turns that repeat for ever. All loops draw from one counter, so the turn is kept whatever their number.
 * When the servers change, the counter is closed at the turn that was reached, and the next table goes on from there.
 */
final class Turns {
    private static final long CLOSED = Long.MIN_VALUE;

    private final Rotation start;
    private final Server[] order;
    private final int once;
    private final AtomicLong drawn = new AtomicLong();

    /**
     * @param byKey the servers under their keys in the rotation
     */
    Turns(Rotation start, Server[] byKey) {
        this.start = start;
        var run = start.copy();
        var keys = new ArrayList<Integer>();
        var period = period(start);
        var before = 0;
        if (period > 0) before = run(run, keys, period);
        once = before;
        order = new Server[keys.size()];
        for (var i = 0; i < order.length; i++) order[i] = byKey[keys.get(i)];
    }

    /** Runs until the standing after a period is what it was before it; returns how many turns came before that period. */
    private static int run(Rotation run, List<Integer> keys, int period) {
        var before = 0;
        while (true) {
            var standing = run.standing();
            var from = keys.size();
            for (var i = 0; i < period; i++) keys.add(run.next());
            if (!standing.isEmpty() && standing.equals(run.standing()) || before > 8 * period) return from;
            before = keys.size();
        }
    }

    private static int period(Rotation rotation) {
        var divisor = 0;
        for (var key : rotation.keys()) divisor = divisor(rotation.weight(key), divisor);
        return divisor == 0 ? 0 : (int) (rotation.total() / divisor);
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** How many turns there are before they repeat; 0 when nobody takes part. */
    int length() {
        return order.length;
    }

    /** The number of the next turn; negative when this table is closed and another one is about to take its place. */
    long draw() {
        return drawn.getAndIncrement();
    }

    Server at(long turn) {
        if (turn < once) return order[(int) turn];
        return order[once + (int) ((turn - once) % (order.length - once))];
    }

    /** How many turns have been drawn. */
    long drawn() {
        return drawn.get();
    }

    /** Closes it if just so many turns have been drawn. */
    boolean closeAt(long turns) {
        return drawn.compareAndSet(turns, CLOSED);
    }

    long close() {
        return drawn.getAndSet(CLOSED);
    }

    /** The rotation as it is after so many turns. */
    Rotation after(long turns) {
        var rotation = start.copy();
        var repeats = order.length - once;
        var steps = turns < once || repeats == 0 ? turns : once + (turns - once) % repeats;
        if (order.length > 0) for (var i = 0L; i < steps; i++) rotation.next();
        return rotation;
    }
}
