package headway.wire.engine.epoll;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A loop's connections by place; a place that is used again has a new generation, so that an event that comes too late finds nobody. */
final class Table {
    private @Nullable EpollConnection[] places = new EpollConnection[64];
    private int[] generations = new int[64];
    private int[] free = new int[64];
    private int freeCount;
    private int used;

    int add(EpollConnection connection) {
        if (freeCount == 0 && used == places.length) grow();
        var index = freeCount > 0 ? free[--freeCount] : used++;
        places[index] = connection;
        return index;
    }

    int generation(int index) {
        return generations[index];
    }

    void remove(int index) {
        places[index] = null;
        generations[index] = generations[index] + 1 & Integer.MAX_VALUE;
        free[freeCount++] = index;
    }

    /** Whom the kernel means; null when it is gone. */
    @Nullable
    EpollConnection find(long name) {
        var connection = places[(int) name];
        return connection != null && connection.generation == (int) (name >>> 32) ? connection : null;
    }

    /** How many places were ever used at once. */
    int used() {
        return used;
    }

    @Nullable
    EpollConnection at(int index) {
        return places[index];
    }

    private void grow() {
        var size = places.length * 2;
        places = Arrays.copyOf(places, size);
        generations = Arrays.copyOf(generations, size);
        free = Arrays.copyOf(free, size);
    }
}
