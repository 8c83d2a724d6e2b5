package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutated messages, the same ones at every run: {@code headway.fuzz.seed} and {@code headway.fuzz.rounds} make it others and more. */
class H1FuzzTest {
    private static final long SEED = Long.getLong("headway.fuzz.seed", 20261123);
    private static final int ROUNDS = Integer.getInteger("headway.fuzz.rounds", 30_000);

    private final Random random = new Random(SEED);
    private final Reading reading = new Reading();
    private final BodyReading bodies = new BodyReading();

    @ParameterizedTest
    @ValueSource(strings = {"requests", "responses"})
    void mutatedHeadsAreReadTheSameInPiecesAndUnderstoodAgain(String kind) {
        var response = kind.equals("responses");
        var corpus = small(HeadCase.all(kind + ".txt").stream());
        var mutations = new Mutations(random, corpus);
        for (var round = 0; round < ROUNDS; round++) {
            var words = round % 7 == 0 ? "unsafe" : round % 5 == 0 ? "upgrade" : round % 11 == 0 ? "connect" : "";
            checkHead(Reading.Kind.of(response, words), mutations.next());
        }
    }

    private void checkHead(Reading.Kind kind, byte[] bytes) {
        var what = "seed " + SEED + ": " + Escaped.text(bytes);
        var whole = reading.whole(kind, bytes);
        assertThat(whole).as(what).doesNotContain("null");
        assertThat(reading.inPieces(kind, bytes, pieces(bytes.length))).as(what).isEqualTo(whole);
        if (whole.equals("more") || whole.startsWith("refused: ")) return;
        var length = Integer.parseInt(whole.substring(whole.lastIndexOf(" | ") + 3));
        assertThat(length).as(what).isBetween(2, bytes.length);
        assertThat(reading.whole(kind, Arrays.copyOf(bytes, length)))
                .as("alone, " + what)
                .isEqualTo(whole);
        assertThat(reading.whole(kind, Arrays.copyOf(bytes, length - 1)))
                .as("one byte short, " + what)
                .isEqualTo("more");
        // Of an authority with several ports HAProxy takes out one each time, and so do we.
        var hasAuthority = whole.contains(", absolute") || whole.startsWith("CONNECT ");
        if (!kind.settings().unsafeRequests() && !hasAuthority) checkAgain(kind, whole, what);
    }

    /** What was written must be accepted by the next one, and mean the same. */
    private void checkAgain(Reading.Kind kind, String whole, String what) {
        var written = written(whole);
        var again = reading.whole(kind, Escaped.bytes(written));
        assertThat(again).as("again, " + what).startsWith(written + " | " + framing(whole));
    }

    private static String written(String whole) {
        return whole.substring(0, whole.lastIndexOf(" | ", whole.lastIndexOf(" | ") - 1));
    }

    private static String framing(String whole) {
        var rest = whole.substring(written(whole).length() + 3);
        return rest.substring(
                0, Math.min(rest.indexOf(' '), rest.indexOf(',') < 0 ? rest.length() : rest.indexOf(',')));
    }

    @Test
    void mutatedChunksAreReadTheSameInPieces() {
        var mutations = new Mutations(
                random,
                small(HeadCase.all("bodies.txt").stream().filter(c -> c.words().equals("chunked"))));
        for (var round = 0; round < ROUNDS; round++) {
            var bytes = mutations.next();
            var what = "seed " + SEED + ": " + Escaped.text(bytes);
            var whole = bodies.inPieces("chunked", bytes, bytes.length);
            assertThat(bodies.inPieces("chunked", bytes, pieces(bytes.length)))
                    .as(what)
                    .isEqualTo(whole);
            if (!whole.contains(" | ")) continue;
            var length = Integer.parseInt(whole.substring(whole.lastIndexOf(" | ") + 3));
            var alone = Arrays.copyOf(bytes, length);
            assertThat(bodies.inPieces("chunked", alone, length))
                    .as("alone, " + what)
                    .isEqualTo(whole);
            assertThat(bodies.inPieces("chunked", Arrays.copyOf(bytes, length - 1), length - 1))
                    .as(what)
                    .endsWith(" more");
        }
    }

    private int[] pieces(int length) {
        var cuts = IntStream.range(0, random.nextInt(5)).map(_ -> random.nextInt(length + 1));
        return IntStream.concat(cuts, IntStream.of(length)).sorted().toArray();
    }

    private static List<byte[]> small(Stream<HeadCase> cases) {
        return cases.map(HeadCase::bytes).filter(b -> b.length < 600).toList();
    }
}
