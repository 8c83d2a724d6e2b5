package headway.app;

import headway.language.model.Tuning;
import headway.operate.process.ProcessOptions;
import headway.operate.process.ProcessOptions.Switch;

/** How many pipes there may be for splicing; each takes two descriptors. */
final class PipeLimit {
    /** What one loop makes good use of. */
    private static final int OF_A_LOOP = 256;

    private PipeLimit() {}

    /** {@code maxpipes}, also where nothing is spliced; else, as HAProxy reckons, one for four connections. */
    static int of(Tuning tuning, ProcessOptions options, int loops, long connections) {
        if (tuning.maxPipes() > 0) return tuning.maxPipes();
        return splices(tuning, options) ? (int) Math.min((long) OF_A_LOOP * loops, connections / 4) : 0;
    }

    /** The portable engine does not. */
    static boolean splices(Tuning tuning, ProcessOptions options) {
        var engine = tuning.engine();
        return engine.splice()
                && engine.epoll()
                && !options.has(Switch.NO_EPOLL)
                && !options.has(Switch.NO_SPLICE)
                && !options.has(Switch.NO_FAST_FORWARD);
    }
}
