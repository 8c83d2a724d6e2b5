package headway.quality.bench;

import java.io.IOException;
import java.util.Arrays;

/**
 * Paired rounds of one workload. Each pair is measured back to back and its order alternates, so that what the machine
 * does meanwhile meets both; the ratio is the median of the pairs' ratios.
 */
final class Rounds {
    /** Processor microseconds per response of both (medians), the ratio, its extremes, responses per second of both. */
    record Result(
            double haproxyMicros,
            double headwayMicros,
            double ratio,
            double lowest,
            double highest,
            double haproxyRate,
            double headwayRate,
            long failures) {}

    /** Responses after which compiled code has settled, or two-second runs where large ones take longer. */
    private static final int WARM_UP_RESPONSES = 60_000;

    private static final int WARM_UP_RUNS = 5;

    private record Round(double micros, double rate, long failures) {}

    private final Place place;
    private final Contender haproxy;
    private final Contender headway;
    private final int seconds;

    Rounds(Place place, Contender haproxy, Contender headway, int seconds) {
        this.place = place;
        this.haproxy = haproxy;
        this.headway = headway;
        this.seconds = seconds;
    }

    Result measure(Workload workload, int pairs) throws IOException, InterruptedException {
        warmUp(haproxy, workload);
        warmUp(headway, workload);
        double[] ratios = new double[pairs];
        Round[] ofHaproxy = new Round[pairs];
        Round[] ofHeadway = new Round[pairs];
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                ofHaproxy[i] = round(haproxy, workload);
            }
            ofHeadway[i] = round(headway, workload);
            if (i % 2 == 1) {
                ofHaproxy[i] = round(haproxy, workload);
            }
            ratios[i] = ofHeadway[i].micros / ofHaproxy[i].micros;
        }
        Arrays.sort(ratios);
        return new Result(
                median(Arrays.stream(ofHaproxy).mapToDouble(Round::micros).toArray()),
                median(Arrays.stream(ofHeadway).mapToDouble(Round::micros).toArray()),
                median(ratios),
                ratios[0],
                ratios[pairs - 1],
                median(Arrays.stream(ofHaproxy).mapToDouble(Round::rate).toArray()),
                median(Arrays.stream(ofHeadway).mapToDouble(Round::rate).toArray()),
                Arrays.stream(ofHaproxy).mapToLong(Round::failures).sum()
                        + Arrays.stream(ofHeadway).mapToLong(Round::failures).sum());
    }

    /** The compilers of a JVM need some ten thousand requests; HAProxy gets the same, for its pools and the kernel. */
    private void warmUp(Contender contender, Workload workload) throws IOException, InterruptedException {
        double responses = 0;
        for (int run = 0; run < WARM_UP_RUNS && responses < WARM_UP_RESPONSES; run++) {
            responses += workload.responses(place.load(workload).run(workload, contender.port(workload.section), 2));
        }
    }

    private Round round(Contender contender, Workload workload) throws IOException, InterruptedException {
        double before = contender.status().processorSeconds();
        Load.Run run = place.load(workload).run(workload, contender.port(workload.section), seconds);
        double used = contender.status().processorSeconds() - before;
        double responses = Math.max(1, workload.responses(run));
        return new Round(used * 1e6 / responses, responses / seconds, run.failures());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
