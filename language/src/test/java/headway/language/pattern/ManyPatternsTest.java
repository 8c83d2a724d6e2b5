package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import headway.language.sample.BindException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of thousands that grow and shrink find what a search from the first to the last entry finds. */
final class ManyPatternsTest {
    private static final int PATTERNS = 6_000;
    private static final int VALUES = 400;

    private final long seed = Long.getLong("headway.seed", 20261125L);
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(names = {"STR", "BEG", "END", "SUB", "DIR", "DOM"})
    void textsAreFoundAsBySearching(MatchMethod method) throws BindException {
        var folded = random.nextBoolean();
        var finder = new Finder(method, folded, List.of());
        var live = new ArrayList<@Nullable String>();
        for (var i = 0; i < PATTERNS; i++) {
            var pattern = text(3 + random.nextInt(12));
            finder.add(pattern);
            live.add(pattern);
            removeOne(finder, live);
        }
        for (var i = 0; i < VALUES; i++) {
            var value = i % 2 == 0 ? text(20) : around(live.get(random.nextInt(PATTERNS)));
            assertThat(finder.find(value))
                    .as("seed %d: -m %s of %s, folded: %s", seed, method.word(), value, folded)
                    .isEqualTo(TextsTest.search(method, folded, live, value));
        }
    }

    /** Two of five entries go again, sooner or later. */
    private void removeOne(Finder finder, List<@Nullable String> live) {
        var gone = random.nextInt(live.size());
        if (random.nextInt(5) < 2 && live.set(gone, null) != null) finder.remove(gone);
    }

    private String around(@Nullable String pattern) {
        return pattern == null ? text(9) : text(random.nextInt(2)) + pattern + text(random.nextInt(3));
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.append("abAB./:?1".charAt(random.nextInt(9)));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void networksAreFoundAsBySearching(boolean isV4) throws BindException {
        var finder = Finder.of(MatchMethod.IP);
        var live = new ArrayList<IPAddress>();
        for (var i = 0; i < PATTERNS; i++) {
            var size = random.nextInt(isV4 ? 33 : 129);
            var text = address(isV4) + "/" + size;
            finder.add(text);
            live.add(new IPAddressString(text).getAddress().toPrefixBlock(size));
            var gone = random.nextInt(live.size());
            if (random.nextInt(5) < 2 && live.set(gone, null) != null) finder.remove(gone);
        }
        for (var i = 0; i < VALUES; i++) {
            var text = address(isV4);
            assertThat(finder.find(AddressesTest.address(text)))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(search(live, new IPAddressString(text).getAddress()));
        }
    }

    private String address(boolean isV4) {
        if (isV4)
            return random.nextInt(4) * 60 + "." + random.nextInt(256) + "." + random.nextInt(8) + "."
                    + random.nextInt(256);
        return "2001:db8:" + Integer.toHexString(random.nextInt(16)) + "::" + Integer.toHexString(random.nextInt(65536))
                + ":" + random.nextInt(4);
    }

    private static int search(List<IPAddress> networks, IPAddress address) {
        var best = -1;
        for (var i = 0; i < networks.size(); i++) {
            var network = networks.get(i);
            if (network == null || !network.contains(address)) continue;
            if (best < 0
                    || network.getNetworkPrefixLength() > networks.get(best).getNetworkPrefixLength()) best = i;
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource(names = {"INT", "LEN"})
    void rangesAreFoundAsBySearching(MatchMethod method) throws BindException {
        var patterns = new ArrayList<@Nullable String>();
        for (var i = 0; i < 400; i++) patterns.add(random.nextInt(900) + ":" + (900 + random.nextInt(100)));
        for (var i = 0; i < 400; i++) patterns.add(String.valueOf(random.nextInt(1000)));
        Collections.shuffle(patterns, random);
        var finder = new Finder(method, false, patterns);
        for (var i = 0; i < 40; i++) {
            var gone = random.nextInt(patterns.size());
            if (patterns.set(gone, null) != null) finder.remove(gone);
        }
        for (var number = 0; number < 1010; number++) {
            var found = method == MatchMethod.INT ? finder.find(number) : finder.find("x".repeat(number));
            assertThat(found).as("seed %d: %d", seed, number).isEqualTo(first(patterns, number));
        }
    }

    private static int first(List<String> patterns, int number) {
        for (var i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            if (pattern == null) continue;
            var ends = pattern.split(":");
            if (number >= Integer.parseInt(ends[0]) && number <= Integer.parseInt(ends[ends.length - 1])) return i;
        }
        return -1;
    }

    /** Rules change lists while traffic runs: an index that is copied for a change would stop the loop for as long. Growth, which is seldom, is in the mean. */
    @ParameterizedTest
    @EnumSource(names = {"STR", "BEG", "END", "SUB", "DIR", "DOM", "IP", "INT", "LEN"})
    void aChangeOfALongListCopiesNoneOfIt(MatchMethod method) throws BindException {
        var many = 50_000;
        var finder = new Finder(
                method,
                false,
                IntStream.range(0, many).mapToObj(i -> key(method, i)).toList());
        var before = allocated();
        for (var i = 0; i < 500; i++) {
            finder.add(key(method, many + i));
            finder.remove(i);
        }
        assertThat((allocated() - before) / 1000).as("bytes a change").isLessThan(16_000);
    }

    private static String key(MatchMethod method, int number) {
        return method == MatchMethod.IP
                ? "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256
                : "" + number;
    }

    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
    }
}
