package headway.traffic.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Events a second over the last second, and the most there ever were in one. Every loop counts in a row of its own; whoever reads adds the rows up.
 *
 * <p>The rate is that of HAProxy: what this second has so far, and of the second before it the part that still lies within one second from now.
 */
public final class Rate {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final long SECOND = 1_000_000_000L;
    private static final int TICK = 0;
    private static final int NOW = 1;
    private static final int BEFORE = 2;
    private static final int ROW = 3 + 16;

    private final long[][] rows;
    private long highest;

    public Rate(int loops) {
        rows = new long[loops][ROW];
        for (var row : rows) row[TICK] = Long.MIN_VALUE;
    }

    /** Counts one event on loop {@code loop}, at {@code Loop.nanos()}. */
    public void add(int loop, long nanos) {
        var row = rows[loop];
        var second = Math.floorDiv(nanos, SECOND);
        if (row[TICK] != second) roll(row, second);
        CELL.setOpaque(row, NOW, row[NOW] + 1);
    }

    private void roll(long[] row, long second) {
        var last = row[TICK];
        if (last != Long.MIN_VALUE) note(total(last));
        CELL.setOpaque(row, BEFORE, last == second - 1 ? row[NOW] : 0);
        CELL.setOpaque(row, NOW, 0L);
        CELL.setRelease(row, TICK, second);
    }

    private synchronized void note(long total) {
        if (total > highest) highest = total;
    }

    /** What all loops have counted in that second, as far as they still know. */
    private long total(long second) {
        var total = 0L;
        for (var row : rows) {
            var tick = (long) CELL.getAcquire(row, TICK);
            if (tick == second) total += (long) CELL.getOpaque(row, NOW);
            else if (tick == second + 1) total += (long) CELL.getOpaque(row, BEFORE);
        }
        return total;
    }

    /** Events a second at that time. */
    public long perSecond(long nanos) {
        var second = Math.floorDiv(nanos, SECOND);
        var now = total(second);
        var before = totalBefore(second);
        // HAProxy: a single event must not make the figure flap between 0 and 1.
        if (now == 0 && before <= 1) return before;
        return now + before * (SECOND - Math.floorMod(nanos, SECOND)) / SECOND;
    }

    private long totalBefore(long second) {
        var total = 0L;
        for (var row : rows) {
            var tick = (long) CELL.getAcquire(row, TICK);
            if (tick == second - 1) total += (long) CELL.getOpaque(row, NOW);
            else if (tick == second) total += (long) CELL.getOpaque(row, BEFORE);
        }
        return total;
    }

    /** The most events of any second. */
    public synchronized long highest() {
        for (var row : rows) {
            var tick = (long) CELL.getAcquire(row, TICK);
            if (tick != Long.MIN_VALUE) highest = Math.max(highest, total(tick));
        }
        return highest;
    }

    /** The runtime API's {@code clear counters}. */
    public synchronized void clearHighest() {
        highest = 0;
    }
}
