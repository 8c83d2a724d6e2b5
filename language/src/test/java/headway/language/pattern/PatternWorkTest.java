package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of a long list costs the loop whose rule makes it: what is made anew is made elsewhere. Work is counted by what it allocates, since all that is made anew is. */
final class PatternWorkTest {
    private static final int MANY = 100_000;
    private static final int CHANGES = 60_000;
    /** A table of all entries has a megabyte at least. */
    private static final int MOST_BYTES = 600_000;
    /** So many changes come while a version is made anew. */
    private static final int LATE = 3_000;

    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final PatternStore store = new PatternStore(Limit.MEMORY, elsewhere::add);

    @ParameterizedTest
    @CsvSource({
        "STR, key%d",
        "BIN, %08d",
        "BEG, /shop/%d/",
        "END, .shop%d.example.com",
        "SUB, agent%d/",
        "DIR, user%d",
        "DOM, shop%d.example.com",
        "INT, %d",
        "INT, %d0:%d5",
        "INT, :%d",
        "LEN, %d",
        "IP, 10.%d.%d.%d"
    })
    void aChangeMakesNothingAnewThatIsLong(MatchMethod method, String form) throws BindException {
        var list = store.anonymous(
                IntStream.range(0, MANY).mapToObj(i -> key(form, i)).toList());
        var use = list.use(Comparison.of(method));
        list.expectChanges();
        var renewals = 0;
        var begun = 0;
        for (var i = 0; i < CHANGES; i++) {
            var before = allocated();
            if (i % 3 < 2) list.addOnce(key(form, MANY + i));
            else list.remove(key(form, i));
            assertThat(allocated() - before).as("bytes of change %d", i).isLessThan(MOST_BYTES);
            if (elsewhere.isEmpty()) begun = i;
            else if (i > begun + LATE) renewals += run();
        }
        assertThat(renewals).isBetween(1, 8);
        assertThat(list.shown(list.version()).stream()
                        .map(PatternList.Shown::key)
                        .toList())
                .isEqualTo(expected(form));
        assertThat(use.list()).isSameAs(list);
    }

    /** To an index that folds they are the same, and stand in one line. */
    @Test
    void keysThatDifferByCaseMakeNothingAnewThatIsLong() throws BindException {
        var list = store.anonymous(
                IntStream.range(0, MANY).mapToObj(i -> key("key%d", i)).toList());
        list.use(new Comparison(MatchMethod.STR, true, false));
        list.expectChanges();
        for (var i = 0; i < 2_000; i++) {
            var before = allocated();
            list.addOnce(key("KEY%d", i * 7));
            assertThat(allocated() - before).as("bytes of change %d", i).isLessThan(MOST_BYTES);
        }
        for (var i = 0; i < 1_000; i++) list.remove(key("key%d", i * 7));
        assertThat(list.size()).isEqualTo(MANY + 1_000);
    }

    private int run() {
        elsewhere.remove().run();
        return 1;
    }

    private static List<String> expected(String form) {
        var keys = new ArrayList<String>();
        for (var i = 0; i < MANY; i++) if (i % 3 < 2 || i >= CHANGES) keys.add(key(form, i));
        for (var i = 0; i < CHANGES; i++) if (i % 3 < 2) keys.add(key(form, MANY + i));
        return keys;
    }

    private static String key(String form, int number) {
        return form.startsWith("10.")
                ? String.format(form, number >> 16, number >> 8 & 255, number & 255)
                : String.format(form, number, number);
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
    }

    @Test
    void aValueOfAMapIsChangedOfTheVersionToComeToo() throws BindException {
        var map = store.load("virt@m", java.nio.file.Path.of("."), true);
        map.use(Comparison.of(MatchMethod.STR), MapOutput.STR);
        for (var i = 0; i < 3_000; i++) map.put("k" + i, "1");
        for (var i = 0; i < 2_000; i++) map.remove("k" + i);
        assertThat(elsewhere).hasSize(1);
        map.put("k2500", "2");
        map.put("k2501", "2");
        map.put("new", "3");
        map.put("new", "4");
        map.remove("k2501");
        var former = map.current();
        elsewhere.remove().run();
        assertThat(map.current()).isNotSameAs(former);
        assertThat(map.size()).isEqualTo(1_000);
        assertThat(map.shown(0)).extracting(e -> e.key() + "=" + e.value()).contains("k2500=2", "new=4", "k2999=1");
    }

    @Test
    void aVersionThatWasReplacedMeanwhileDoesNotComeBack() throws BindException {
        var list = store.anonymous(List.of());
        for (var i = 0; i < 3_000; i++) list.addOnce("k" + i);
        for (var i = 0; i < 2_000; i++) list.remove("k" + i);
        list.clear(0);
        list.addOnce("a");
        elsewhere.remove().run();
        assertThat(list.shown(0)).extracting(PatternList.Shown::key).containsExactly("a");
    }

    /** What names stood for is taken over, not found out again; and the rest is tidied as in any list. */
    @Test
    void listWithNamesOfHostsIsTidied() throws BindException {
        var list = store.anonymous(List.of("localhost", "10.0.0.1"));
        var use = list.use(new Comparison(MatchMethod.IP, false, true));
        for (var i = 0; i < 3_000; i++) {
            list.addOnce("10.1." + i / 256 + "." + i % 256);
            list.remove("10.1." + i / 256 + "." + i % 256);
            if (!elsewhere.isEmpty()) run();
        }
        assertThat(list.current().entries().count()).isLessThan(2_000);
        var here = new Sample();
        here.ipv4(0x7f000001);
        assertThat(use.matches(here)).isTrue();
        list.remove("localhost");
        assertThat(use.matches(here)).isFalse();
        here.ipv4(0x0a000001);
        assertThat(use.matches(here)).isTrue();
    }

    /** A name stands for several addresses, and others may share some of them. */
    @Test
    void networksOfSeveralEntriesAreFoundAsLongAsOneIsThere() {
        var table = new AddressTable();
        table.add(1, 0, 64, 1);
        table.add(2, 0, 64, 2);
        for (var network = 1; network <= 2; network++) table.add(network, 0, 64, 3);
        table.add(1, 0, 64, 4);
        table.remove(2, 0, 64, 2);
        assertThat(table.find(2, 0)).isEqualTo(3);
        for (var network = 1; network <= 2; network++) table.remove(network, 0, 64, 3);
        assertThat(table.find(2, 0)).isEqualTo(-1);
        assertThat(table.find(1, 0)).isEqualTo(1);
        table.remove(1, 0, 64, 1);
        assertThat(table.find(1, 0)).isEqualTo(4);
    }
}
