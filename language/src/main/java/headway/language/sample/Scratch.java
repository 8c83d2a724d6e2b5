package headway.language.sample;

import headway.base.memory.Buffer;
import headway.base.memory.Buffers;
import headway.language.line.LineWriter;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Memory of one stream for texts that rules make. It is given back as a whole at the end of the stream, or down to a mark by who knows that nothing
 * made since is kept, such as a condition.
 */
public final class Scratch {
    /** No text that rules make may be longer; whoever makes one checks it first. */
    public static final int LIMIT = 1 << 20;

    private static final int CHUNK = 2048;

    private final Buffers buffers;
    private @Nullable Buffer[] chunks = new Buffer[4];
    private int count;
    private Sample[] carriers = {new Sample(), new Sample(), new Sample(), new Sample()};
    private int borrowed;
    private final ArrayList<LineWriter> writers = new ArrayList<>();
    private int writing;

    public Scratch(Buffers buffers) {
        this.buffers = buffers;
    }

    /** Where a new piece of that length lies. Its bytes are anything. */
    public int take(int length) {
        assert length <= LIMIT;
        var chunk = count == 0 ? null : chunks[count - 1];
        if (chunk == null || chunk.room() < length) chunk = add(Math.max(CHUNK, length));
        var at = chunk.tail();
        chunk.grow(length);
        return at;
    }

    private Buffer add(int size) {
        if (count == chunks.length) chunks = Arrays.copyOf(chunks, count * 2);
        var chunk = buffers.take(size);
        chunks[count++] = chunk;
        return chunk;
    }

    /** A point to which {@link #reset} can go back. */
    public long mark() {
        var last = count == 0 ? null : chunks[count - 1];
        return last == null ? 0 : (long) count << 32 | last.length();
    }

    /** Gives back what has been taken since the mark. */
    public void reset(long mark) {
        var kept = (int) (mark >> 32);
        while (count > kept) dropLast();
        var last = count == 0 ? null : chunks[count - 1];
        if (last == null) return;
        last.clear();
        last.grow((int) mark);
    }

    /** A buffer of the loop for work that ends before the call does. The caller releases it. */
    public Buffer work(int size) {
        return buffers.take(size);
    }

    /** A carrier for a value that is needed beside the one at hand, until {@link #giveBack}; last borrowed, first given back. */
    public Sample borrow() {
        if (borrowed == carriers.length) grow();
        var carrier = carriers[borrowed++];
        carrier.begin();
        return carrier;
    }

    public void giveBack() {
        borrowed--;
    }

    /** A writer for a format, until {@link #giveBackWriter}; last borrowed, first given back. */
    public LineWriter borrowWriter() {
        if (writing == writers.size()) writers.add(new LineWriter());
        return writers.get(writing++);
    }

    public void giveBackWriter() {
        writing--;
    }

    private void grow() {
        carriers = Arrays.copyOf(carriers, borrowed * 2);
        for (var i = borrowed; i < carriers.length; i++) carriers[i] = new Sample();
    }

    /** Gives back everything. */
    public void release() {
        borrowed = 0;
        writing = 0;
        while (count > 0) dropLast();
    }

    private void dropLast() {
        var chunk = chunks[--count];
        chunks[count] = null;
        if (chunk != null) chunk.release();
    }
}
