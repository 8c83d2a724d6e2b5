package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client that knows this program, but not this process, can do to the hash tables of lists. */
final class ScatterTest {
    private static final int KEYS = 1000;
    private static final long TOP = Long.MIN_VALUE;

    /**
     * Keys of two words: the second takes back what the first one's difference in its top bit does to a hash of {@code (hash ^ word) * odd}, whatever the odd number is and
     * however it began.
     */
    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "FOLDED"})
    void keysThatDifferAsAMultiplicationDoesAreNotInOnePlace(KeyForm form) {
        var random = new Random(20261125L);
        var equal = 0;
        for (var i = 0; i < KEYS; i++) {
            var first = random.nextLong();
            var second = random.nextLong();
            var back = TOP | TOP >>> 32;
            if (hash(form, first, second) == hash(form, first ^ TOP, second ^ back)) equal++;
        }
        assertThat(equal).isZero();
    }

    /** Keys whose hashes were one and the same by a constant that can be read here. */
    @Test
    void keysMadeForAConstantAreNotInOnePlace() {
        var places = new HashSet<Integer>();
        var random = new Random(20261125L);
        for (var i = 0; i < KEYS; i++) {
            var first = random.nextLong();
            var mixed = (16 ^ first) * 0x9E3779B97F4A7C15L;
            places.add(Scatter.place(hash(KeyForm.PLAIN, first, mixed ^ mixed >>> 32)) & 1023);
        }
        assertThat(places.size()).isGreaterThan(500);
    }

    /** What lists usually hold: networks one beside the other, and numbers. */
    @Test
    void neighboursAreSpread() {
        var networks = new HashSet<Integer>();
        var numbers = new HashSet<Integer>();
        for (var i = 0L; i < 1024; i++) {
            networks.add(Scatter.place(Scatter.mix(Scatter.START, i << 40)) & 1023);
            numbers.add(Scatter.place(Scatter.mix(Scatter.START, i)) & 1023);
        }
        assertThat(networks.size()).isGreaterThan(500);
        assertThat(numbers.size()).isGreaterThan(500);
    }

    private static long hash(KeyForm form, long first, long second) {
        var bytes = ByteBuffer.allocate(16).order(ByteOrder.nativeOrder());
        bytes.putLong(first).putLong(second);
        return form.hash(bytes.array(), 0, 16);
    }
}
