package headway.base.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuffersTest {
    private final Buffers buffers = new Buffers();

    @Test
    void aBufferTakesWhatItIsAskedForAndIsUsedAgain() {
        var first = buffers.take(5000);
        assertThat(first.capacity()).isEqualTo(8192);
        first.release();
        assertThat(buffers.take(8192)).isSameAs(first);
        assertThat(buffers.taken()).isEqualTo(1);
        first.release();
        assertThat(buffers.taken()).isZero();
    }

    @Test
    void releasingTwiceIsAMistake() {
        var buffer = buffers.take(1);
        buffer.release();
        assertThatThrownBy(buffer::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasReleasedIsPoisonedUnderAssertions() {
        var buffer = buffers.take(1024);
        buffer.append(Buffers.constant("secret".getBytes()), 6);
        var at = buffer.at();
        buffer.release();
        assertThat(Slab.text(at, 6)).isNotEqualTo("secret");
    }

    @Test
    void consumingAndCompactingKeepTheBytes() {
        var buffer = buffers.take(1024);
        buffer.append(Buffers.constant("abcdef".getBytes()), 6);
        buffer.consume(2);
        assertThat(Slab.text(buffer.at(), buffer.length())).isEqualTo("cdef");
        var room = buffer.room();
        buffer.compact();
        assertThat(buffer.room()).isEqualTo(room + 2);
        assertThat(Slab.text(buffer.at(), buffer.length())).isEqualTo("cdef");
        buffer.consume(4);
        assertThat(buffer.room()).isEqualTo(buffer.capacity());
        buffer.release();
    }

    @Test
    void noTwoBuffersShareAByte() {
        var seed = 42L;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var used = new HashSet<Integer>();
        for (var i = 0; i < 300; i++) {
            var buffer = buffers.take(1 + random.nextInt(40_000));
            for (var at = buffer.at(); at < buffer.at() + buffer.capacity(); at += 1024)
                assertThat(used.add(at)).isTrue();
        }
    }

    @Test
    void aRefusedReservationLeavesRoomForSmallerOnes() {
        assertThatThrownBy(() -> Buffers.reserve(Slab.SIZE)).isInstanceOf(OutOfMemoryError.class);
        assertThat(Buffers.reserve(8)).isPositive();
    }
}
