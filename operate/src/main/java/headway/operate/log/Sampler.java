package headway.operate.log;

import headway.language.model.LogTarget.Sampling;
import java.util.concurrent.atomic.AtomicLong;

/** Chooses the messages that {@code sample} of a {@code log} line lets through; shared by all loops. */
final class Sampler {
    private final Sampling sampling;
    private final AtomicLong seen = new AtomicLong();

    Sampler(Sampling sampling) {
        this.sampling = sampling;
    }

    /** Counts a message; true when it is to be sent. */
    boolean next() {
        return sampling.has((int) (seen.getAndIncrement() % sampling.size()) + 1);
    }
}
