package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.model.LogRing;
import headway.language.model.LogTarget.LogForm;
import headway.testkit.Lab;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages in a ring: what is kept, what is lost, and that the loss is told. */
class RingTest {
    private static final int AT = Buffers.reserve(2048);

    @TempDir
    Path folder;

    @Test
    void theOldestMakeRoomForNewOnesWhenNobodyNeedsThem() {
        var ring = ring(100);
        for (var i = 0; i < 50; i++) put(ring, "message " + i);
        var kept = all(ring);
        assertThat(kept).last().isEqualTo("message 49");
        assertThat(kept).hasSize(100 / (4 + "message 49".length()));
        assertThat(ring.dropped()).isZero();
        assertThat(ring.overwritten()).as("nobody was to have them").isZero();
    }

    @Test
    void whatAServerThatIsAwayHasMissedIsCounted() {
        var ring = ring(64);
        var server = new RingReader(ring, true, () -> {});
        for (var i = 0; i < 10; i++) put(ring, "message  " + i);
        assertThat(ring.overwritten()).isEqualTo(6);
        assertThat(next(server)).isEqualTo("message  6");
        put(ring, "message 10");
        assertThat(ring.overwritten()).as("that one it had").isEqualTo(6);
    }

    @Test
    void whateverIsReadIsWhatWasWrittenByAllWaysAroundTheEnd() {
        var random = Lab.seeded("ring");
        for (var size = 40; size < 120; size++) {
            var ring = ring(size);
            var reader = new RingReader(ring, true, () -> {});
            reader.holds(true);
            for (var i = 0; i < 200; i++) {
                var text = "x".repeat(random.nextInt(size - 6)) + i % 10;
                assertThat(put(ring, text)).isTrue();
                assertThat(next(reader)).isEqualTo(text);
            }
            reader.close();
        }
    }

    @Test
    void whatAServerHasNotGotYetIsNotReplaced() {
        var ring = ring(64);
        var reader = new RingReader(ring, true, () -> {});
        reader.holds(true);
        var stored = 0;
        while (put(ring, "0123456789")) stored++;
        assertThat(stored).isEqualTo(4);
        assertThat(next(reader)).isEqualTo("0123456789");
        assertThat(put(ring, "abcdefghij")).isTrue();
        assertThat(put(ring, "abcdefghij")).isFalse();
        reader.holds(false);
        assertThat(put(ring, "abcdefghij")).isTrue();
    }

    @Test
    void whoOnlyLooksOnIsOvertakenAndGoesOnWithTheOldest() {
        var ring = ring(64);
        var reader = new RingReader(ring, false, () -> {});
        for (var i = 0; i < 10; i++) put(ring, "message  " + i);
        assertThat(next(reader)).isEqualTo("message  6");
    }

    @Test
    void aReaderIsWokenOnceWhenItHasFoundNothing() {
        var woken = new AtomicInteger();
        var ring = ring(100);
        var reader = new RingReader(ring, true, woken::incrementAndGet);
        put(ring, "a");
        assertThat(woken).hasValue(0);
        assertThat(next(reader)).isEqualTo("a");
        assertThat(next(reader)).isNull();
        put(ring, "b");
        put(ring, "c");
        assertThat(woken).hasValue(1);
    }

    /** As HAProxy 2.6.12: the number comes first, at level notice, and a loss of that is one more. */
    @Test
    void aLossIsToldAsSoonAsThereIsRoom() {
        var ring = ring(100);
        var reader = new RingReader(ring, true, () -> {});
        reader.holds(true);
        var clock = new LogClock(ZoneOffset.UTC);
        var header = new SyslogHeader(LogForm.PRIORITY, 19, "", "haproxy", 1);
        var outlet = new RingOutlet(ring, 1024, header, clock);
        for (var i = 0; i < 5; i++) assertThat(send(outlet, "x".repeat(40))).isTrue();
        assertThat(ring.dropped()).isEqualTo(3);
        assertThat(outlet.dropped()).isZero();
        while (next(reader) != null) assertThat(ring.dropped()).isEqualTo(3);
        send(outlet, "after");
        assertThat(ring.dropped()).isZero();
        assertThat(next(reader)).isEqualTo("<157>3 events dropped");
        assertThat(next(reader)).isEqualTo("after");
    }

    @Test
    void aBackingFileHasTheMessagesAndTheLastOneIsKept() throws Exception {
        var file = folder.resolve("r.ring");
        var first = new MessageRing(model(4096, file), new BackingFile(file));
        put(first, "of the first process");
        assertThat(Files.size(file)).isEqualTo(4096);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("of the first process");
        var second = new MessageRing(model(4096, file), new BackingFile(file));
        assertThat(all(second)).isEmpty();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("of the first process");
        assertThat(Files.readString(folder.resolve("r.ring.bak"), StandardCharsets.ISO_8859_1))
                .contains("of the first process");
    }

    @Test
    void writersOfManyThreadsGetWholeMessagesIn() throws Exception {
        var ring = ring(1 << 16);
        var reader = new RingReader(ring, true, () -> {});
        reader.holds(true);
        var threads = new ArrayList<Thread>();
        for (var t = 0; t < 4; t++) {
            var letter = (char) ('a' + t);
            threads.add(Thread.ofPlatform().start(() -> {
                var at = Buffers.reserve(64);
                Slab.put(at, String.valueOf(letter).repeat(50).getBytes(StandardCharsets.ISO_8859_1));
                for (var i = 0; i < 250; i++)
                    assertThat(ring.put(at, 1 + i % 50)).isTrue();
            }));
        }
        for (var thread : threads) thread.join();
        var count = 0;
        for (var text = next(reader); text != null; text = next(reader)) {
            assertThat(text).isEqualTo(text.substring(0, 1).repeat(text.length()));
            count++;
        }
        assertThat(count).isEqualTo(1000);
    }

    private static boolean send(Outlet outlet, String text) {
        Slab.put(AT, text.getBytes(StandardCharsets.ISO_8859_1));
        return outlet.send(AT, text.length(), AT);
    }

    private static boolean put(MessageRing ring, String text) {
        Slab.put(AT, text.getBytes(StandardCharsets.ISO_8859_1));
        return ring.put(AT, text.length());
    }

    private static @Nullable String next(RingReader reader) {
        var length = reader.take(AT, 2048);
        return length < 0 ? null : Slab.text(AT, length);
    }

    private static List<String> all(MessageRing ring) {
        var texts = new ArrayList<String>();
        var reader = new RingReader(ring, true, () -> {});
        for (var text = next(reader); text != null; text = next(reader)) texts.add(text);
        reader.close();
        return texts;
    }

    private static MessageRing ring(int size) {
        return new MessageRing(model(size, null));
    }

    private static LogRing model(int size, @Nullable Path file) {
        return new LogRing(
                Position.NOWHERE,
                "r",
                "r",
                LogForm.RAW,
                size,
                size,
                file == null ? null : file.toString(),
                0,
                0,
                List.of());
    }
}
