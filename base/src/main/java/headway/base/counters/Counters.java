package headway.base.counters;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A row of counters for each loop: a loop writes its own row without a lock, a reader sums the column.
 *
 * <p>Rows lie 128 bytes apart at least, so that two loops never write one cache line.
 */
public final class Counters {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PAD = 16;

    private final long[][] rows;

    public Counters(int loops, int columns) {
        rows = new long[loops][columns + PAD];
    }

    /** Called on loop {@code loop} only. */
    public void add(int loop, int column, long amount) {
        var row = rows[loop];
        CELL.setOpaque(row, column, row[column] + amount);
    }

    /** Called on loop {@code loop} only: keeps the largest. */
    public void max(int loop, int column, long value) {
        var row = rows[loop];
        if (value > row[column]) CELL.setOpaque(row, column, value);
    }

    public long sum(int column) {
        var sum = 0L;
        for (var row : rows) sum += (long) CELL.getOpaque(row, column);
        return sum;
    }

    public long largest(int column) {
        var largest = 0L;
        for (var row : rows) largest = Math.max(largest, (long) CELL.getOpaque(row, column));
        return largest;
    }

    /** The runtime API's {@code clear counters}; a concurrent addition may survive it. */
    public void clear(int column) {
        for (var row : rows) CELL.setOpaque(row, column, 0L);
    }
}
