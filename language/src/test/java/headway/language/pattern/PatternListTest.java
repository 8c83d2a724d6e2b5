package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of lists, and their versions. */
final class PatternListTest {
    /** Versions are made anew at once. */
    private final PatternStore store = new PatternStore(Limit.MEMORY, Runnable::run);

    private PatternList map;
    private PatternUse numbers;

    @BeforeEach
    void fill() throws BindException {
        map = store.load("virt@m", Path.of("."), true);
        map.add(0, "a", "1");
        map.add(0, "b", "2");
        map.add(0, "a", "3");
        numbers = map.use(Comparison.of(MatchMethod.STR), MapOutput.INT);
    }

    private List<String> shown(int version) {
        return map.shown(version).stream().map(e -> e.key() + "=" + e.value()).toList();
    }

    private boolean matches(String key) {
        return numbers.matches(Finder.text(new Sample(), key));
    }

    @Test
    void valueOfAllEntriesOfAKeyChanges() throws BindException {
        assertThat(map.set("a", "9")).isTrue();
        assertThat(shown(0)).containsExactly("a=9", "b=2", "a=9");
        assertThat(map.set("c", "9")).isFalse();
    }

    @Test
    void unknownKeyIsAddedByPutOnly() throws BindException {
        map.put("c", "4");
        map.put("b", "5");
        assertThat(shown(0)).containsExactly("a=1", "b=5", "a=3", "c=4");
        assertThat(matches("c")).isTrue();
    }

    @Test
    void whatMeansNothingToAUserIsRefused() throws BindException {
        assertThatThrownBy(() -> map.put("a", "x")).hasMessage("unable to parse 'x'");
        map.use(Comparison.of(MatchMethod.REG));
        assertThatThrownBy(() -> map.add(0, "(", "1")).hasMessageStartingWith("regex '(' is invalid");
        assertThat(shown(0)).containsExactly("a=1", "b=2", "a=3");
    }

    @Test
    void allEntriesOfAKeyAreRemoved() {
        assertThat(map.remove("a")).isEqualTo(2);
        assertThat(map.remove("a")).isZero();
        assertThat(shown(0)).containsExactly("b=2");
        assertThat(matches("a")).isFalse();
    }

    @Test
    void referenceNamesOneEntry() {
        var second = map.shown(0).get(2).reference();
        assertThat(map.remove(second)).isTrue();
        assertThat(map.remove(second)).isFalse();
        assertThat(shown(0)).containsExactly("a=1", "b=2");
    }

    @Test
    void preparedVersionIsNotSeenUntilItIsCommitted() throws BindException {
        assertThat(map.prepare()).isEqualTo(1);
        assertThat(map.prepare()).isEqualTo(2);
        map.add(2, "x", "7");
        assertThat(matches("x")).isFalse();
        assertThat(map.size()).isEqualTo(4);
        var reference = map.shown(0).getFirst().reference();
        assertThat(map.commit(2)).isTrue();
        assertThat(matches("x")).isTrue();
        assertThat(matches("a")).isFalse();
        assertThat(map.version()).isEqualTo(2);
        assertThat(map.latestVersion()).isEqualTo(2);
        assertThat(map.commit(1)).as("forgotten").isFalse();
        assertThat(map.remove(reference)).as("of a version that is gone").isFalse();
    }

    @Test
    void versionIsEmptied() throws BindException {
        map.clear(0);
        assertThat(shown(0)).isEmpty();
        assertThat(matches("a")).isFalse();
        map.put("a", "4");
        assertThat(matches("a")).isTrue();
        var next = map.prepare();
        map.add(next, "x", "1");
        map.clear(next);
        assertThat(shown(next)).isEmpty();
        assertThat(shown(0)).containsExactly("a=4");
    }

    @Test
    void wasteIsTidiedAway() throws BindException {
        for (var i = 0; i < 200_000; i++) map.put("k" + i % 10, String.valueOf(i));
        assertThat(map.current().entries().used()).isLessThan(4 * Limit.WASTE);
        for (var i = 0; i < 10_000; i++) {
            map.put("gone" + i, "1");
            map.remove("gone" + i);
        }
        assertThat(map.current().entries().count()).isLessThan(4_000);
        assertThat(shown(0)).hasSize(13).contains("a=1", "k9=199999");
    }

    @Test
    void tooLongATextIsNotTakenAndCounted() throws BindException {
        map.put("a".repeat(Limit.LINE + 1), "1");
        assertThat(map.size()).isEqualTo(3);
        assertThat(store.refusals()).isEqualTo(1);
    }

    /** Clients choose the keys: without a limit they fill the heap, and all that allocates fails. */
    @Test
    void rulesAddNoMoreThanMemoryAllowsAndStillChangeWhatIsThere() throws BindException {
        var store = new PatternStore(1_000_000, Runnable::run);
        var map = store.load("virt@m", Path.of("."), true);
        map.use(Comparison.of(MatchMethod.STR), MapOutput.STR);
        for (var i = 0; i < 100_000; i++) map.put("key " + i, "value");
        var size = map.size();
        assertThat(size).isBetween(5_000, 20_000);
        assertThat(store.refusals()).isEqualTo(100_000 - size);
        assertThat(map.set("key 7", "other")).isTrue();
        assertThat(map.shown(0).get(7).value()).isEqualTo("other");
        map.set("key 7", "a longer one");
        assertThat(map.shown(0).get(7).value()).isEqualTo("other");
        for (var i = 0; i < size; i++) map.remove("key " + i);
        map.put("new", "value");
        assertThat(map.shown(0)).extracting(PatternList.Shown::key).containsExactly("new");
    }

    @Test
    void nameOfAHostStandsForWhatItWasWhenItWasRead() throws BindException {
        var list = store.anonymous(List.of("localhost", "10.0.0.1"));
        var use = list.use(new Comparison(MatchMethod.IP, false, true));
        var here = new Sample();
        here.ipv4(0x7f000001);
        assertThat(use.matches(here)).isTrue();
        assertThatThrownBy(() -> list.add(0, "localhost", "")).hasMessageContaining("not a valid IPv4 or IPv6 address");
        list.remove("localhost");
        assertThat(use.matches(here)).isFalse();
        assertThat(list.size()).isEqualTo(1);
    }

    @Test
    void listThatNobodyReadsMayBeChanged() throws BindException {
        var list = store.named("nobody");
        list.addOnce("a");
        list.addOnce("a");
        assertThat(list.shown(0)).hasSize(1);
    }
}
