package headway.quality.shape;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The sizes of a group of files or methods, sorted. */
public final class Sizes {
    private final int[] sorted;

    public Sizes(IntStream sizes) {
        sorted = sizes.toArray();
        Arrays.sort(sorted);
    }

    public int count() {
        return sorted.length;
    }

    public int total() {
        return IntStream.of(sorted).sum();
    }

    /** The size that {@code percent} of all are within; 0 when there are none. */
    public int percentile(int percent) {
        if (sorted.length == 0) return 0;
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }

    public int largest() {
        return percentile(100);
    }
}
