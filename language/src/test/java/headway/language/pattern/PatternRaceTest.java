package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import headway.language.sample.Scratch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Lists are read by all loops while some of them change them. */
final class PatternRaceTest {
    private static final int KEYS = 400;
    private static final int CHANGES = 60_000;

    /** Keys that are never touched, so a reader that does not find one has seen something that never was. */
    private static final int STEADY = 50;

    private final long seed = Long.getLong("headway.seed", 20261125L);
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicReference<String> wrong = new AtomicReference<>();

    /** A value tells which key it belongs to, so a torn one shows. */
    @Test
    void readersSeeNothingThatNeverWas() throws BindException, InterruptedException {
        var store = new PatternStore();
        var map = store.load("virt@m", Path.of("."), true);
        for (var i = 0; i < STEADY; i++) map.add(0, key(i), "for " + key(i));
        var uses = new ArrayList<PatternUse>();
        for (var method : List.of(MatchMethod.STR, MatchMethod.BEG, MatchMethod.END, MatchMethod.SUB, MatchMethod.IP))
            uses.add(map.use(Comparison.of(method), MapOutput.STR));
        var readers = new ArrayList<Thread>();
        for (var i = 0; i < 3; i++) readers.add(reader(uses, new Random(seed + i)));
        readers.forEach(Thread::start);
        change(map, new Random(seed));
        isOver.set(true);
        for (var reader : readers) reader.join();
        assertThat(wrong.get()).as("seed %d", seed).isNull();
    }

    private static String key(int number) {
        return "10." + number / 100 + "." + number % 100 + ".77";
    }

    private static void change(PatternList map, Random random) throws BindException {
        for (var i = 0; i < CHANGES; i++) {
            var key = key(STEADY + random.nextInt(KEYS));
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> map.put(key, "for " + key + " ".repeat(random.nextInt(40)));
                case 3, 4 -> map.remove(key);
                case 5 -> map.set(key, "for " + key);
                default -> renew(map, random);
            }
        }
    }

    /** Now and then a whole version, with the keys that are always there. */
    private static void renew(PatternList map, Random random) throws BindException {
        if (random.nextInt(200) > 0) return;
        var version = map.prepare();
        for (var i = 0; i < STEADY; i++) map.add(version, key(i), "for " + key(i));
        map.commit(version);
    }

    private Thread reader(List<PatternUse> uses, Random random) {
        return new Thread(() -> {
            var place = Buffers.reserve(64);
            var value = new Sample();
            var scratch = new Scratch(new Buffers());
            while (!isOver.get() && wrong.get() == null) {
                var number = random.nextInt(STEADY + KEYS);
                for (var i = 0; i < uses.size(); i++) {
                    put(value, place, key(number), i == uses.size() - 1);
                    check(uses.get(i).map(scratch, value, MapOutput.STR), number, value);
                }
                scratch.release();
            }
        });
    }

    private static void put(Sample value, int place, String key, boolean isAddress) {
        var bytes = key.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(place, bytes);
        value.text(place, bytes.length);
        if (isAddress) Addresses.read(place, bytes.length, value);
    }

    private void check(boolean found, int number, Sample value) {
        if (!found) {
            if (number < STEADY) wrong.set("not found: " + key(number));
            return;
        }
        var text = Slab.text(value.at, value.length);
        if (!text.strip().equals("for " + key(number))) wrong.set(key(number) + " -> " + text);
    }
}
