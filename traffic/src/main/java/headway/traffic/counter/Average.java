package headway.traffic.counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The average of the last 1024 values or so, and the largest ever: qtime, ctime, rtime, ttime of {@code show stat}.
 *
 * <p>A loop keeps a sum that loses a 1024th of itself with each value, so nothing has to be remembered; as long as there were fewer values, their number
 * is what is divided by.
 */
public final class Average {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int WINDOW = 1024;
    private static final int SUM = 0;
    private static final int SAMPLES = 1;
    private static final int LARGEST = 2;
    private static final int ROW = 3 + 16;

    private final long[][] rows;

    public Average(int loops) {
        rows = new long[loops][ROW];
    }

    /** Called on loop {@code loop} only. */
    public void add(int loop, long value) {
        var row = rows[loop];
        var sum = row[SUM];
        var samples = row[SAMPLES];
        var lost = samples < WINDOW ? 0 : (sum + WINDOW - 1) / WINDOW;
        CELL.setOpaque(row, SUM, sum - lost + value);
        if (samples < WINDOW) CELL.setOpaque(row, SAMPLES, samples + 1);
        if (value > row[LARGEST]) CELL.setOpaque(row, LARGEST, value);
    }

    /** Rounded up, as HAProxy does. */
    public long average() {
        var sum = 0L;
        var samples = 0L;
        for (var row : rows) {
            sum += (long) CELL.getOpaque(row, SUM);
            samples += (long) CELL.getOpaque(row, SAMPLES);
        }
        return samples == 0 ? 0 : (sum + samples - 1) / samples;
    }

    public long largest() {
        var largest = 0L;
        for (var row : rows) largest = Math.max(largest, (long) CELL.getOpaque(row, LARGEST));
        return largest;
    }

    /** The runtime API's {@code clear counters}: forgets the largest. */
    public void clearLargest() {
        for (var row : rows) CELL.setOpaque(row, LARGEST, 0L);
    }
}
