package headway.language.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way of comparing finds in lists of none to 2,000 patterns what a search from the first to the last finds, while the list changes and is made anew. */
final class AgainstSearchTest {
    private static final int ROUNDS = 30;
    private static final int[] SIZES = {0, 1, 2, 10, 100, 2_000};

    private final long seed = Long.getLong("headway.seed", 20261125L);
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(names = {"STR", "BIN", "BEG", "END", "SUB", "DIR", "DOM", "REG", "INT", "LEN", "IP"})
    void indexFindsWhatASearchFinds(MatchMethod method) throws BindException {
        for (var round = 0; round < ROUNDS; round++) {
            var folded = random.nextBoolean();
            var size = method == MatchMethod.REG ? random.nextInt(20) : SIZES[round % SIZES.length];
            var patterns = new ArrayList<@Nullable String>();
            while (patterns.size() < size) patterns.add(pattern(method, patterns));
            var list = new PatternStore(Limit.MEMORY, Runnable::run).anonymous(patterns.subList(0, size / 2));
            var use = list.use(new Comparison(method, folded, false));
            for (var i = size / 2; i < size; i++) list.add(0, String.valueOf(patterns.get(i)), "");
            check(list, use, folded, method, patterns);
            for (var i = 0; i < size; i++) if (random.nextInt(3) > 0) remove(list, patterns, patterns.get(i));
            check(list, use, folded, method, patterns);
        }
    }

    /** As rules do: all that are equal. */
    private static void remove(PatternList list, List<@Nullable String> patterns, @Nullable String gone) {
        if (gone == null) return;
        list.remove(gone);
        patterns.replaceAll(p -> gone.equals(p) ? null : p);
    }

    private void check(
            PatternList list, PatternUse use, boolean folded, MatchMethod method, List<@Nullable String> patterns) {
        for (var i = 0; i < 60; i++) {
            var value = value(method, patterns);
            var sample = sample(method, value);
            var expected = search(method, folded, patterns, value);
            var entry = list.current().index(0).find(sample);
            assertThat(entry < 0 ? null : list.current().entries().keyText(entry))
                    .as("seed %d: -m %s of '%s', folded: %s, %d patterns", seed, method, value, folded, patterns.size())
                    .isEqualTo(expected < 0 ? null : patterns.get(expected));
            assertThat(use.matches(sample)).isEqualTo(expected >= 0);
        }
    }

    private String pattern(MatchMethod method, List<@Nullable String> before) {
        return switch (method) {
            case INT, LEN -> number() + (random.nextBoolean() ? "" : ":" + (1_040 + random.nextInt(40)));
            case IP -> address() + "/" + random.nextInt(33);
            case BIN -> HexFormat.of().withUpperCase().formatHex(bytes(text(random.nextInt(9))));
            case REG -> text(random.nextInt(3)).replaceAll("[^aAbz]", "x") + ".?" + (random.nextBoolean() ? "a" : "b+");
            default -> similar(before);
        };
    }

    /** Often one that begins or ends as another does. */
    private String similar(List<@Nullable String> others) {
        var length = random.nextInt(10) == 0 ? random.nextInt(60) : random.nextInt(7);
        if (others.isEmpty() || random.nextInt(3) == 0) return text(length);
        var other = String.valueOf(others.get(random.nextInt(others.size())));
        if (other.length() > 80) return text(length);
        var cut = random.nextInt(other.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> other.substring(0, cut) + text(length);
            case 1 -> text(length) + other.substring(cut);
            case 2 -> text(length) + other;
            case 3 -> other + text(length);
            default -> changed(other);
        };
    }

    /** In one byte, which is often the last or the first. */
    private String changed(String other) {
        if (other.isEmpty()) return text(16);
        var at = Math.clamp(random.nextInt(3 * other.length()) - other.length(), 0, other.length() - 1);
        return other.substring(0, at) + text(1) + other.substring(at + 1);
    }

    private String value(MatchMethod method, List<@Nullable String> patterns) {
        return switch (method) {
            case INT -> String.valueOf(number());
            case LEN -> "x".repeat(number());
            case IP -> address();
            case BIN -> text(random.nextInt(5));
            default -> around(patterns);
        };
    }

    private String around(List<@Nullable String> patterns) {
        var pattern = patterns.isEmpty() ? null : patterns.get(random.nextInt(patterns.size()));
        if (pattern == null || random.nextInt(8) == 0) return text(random.nextInt(40));
        return switch (random.nextInt(4)) {
            case 0 -> pattern;
            case 1 -> pattern + text(random.nextInt(20));
            case 2 -> text(random.nextInt(20)) + pattern;
            default -> text(random.nextInt(9)) + pattern + text(random.nextInt(9));
        };
    }

    private int number() {
        return random.nextInt(1_040);
    }

    private String address() {
        return random.nextInt(4) * 64 + "." + random.nextInt(4) + ".0." + random.nextInt(256);
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.append("aaAbz/.:?\u00e1\u00c1\u00ff".charAt(random.nextInt(12)));
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Sample sample(MatchMethod method, String value) {
        var sample = new Sample();
        if (method == MatchMethod.IP) return AddressesTest.address(value);
        Finder.text(sample, value);
        if (method == MatchMethod.INT) sample.integer(Long.parseLong(value));
        return sample;
    }

    private static int search(MatchMethod method, boolean folded, List<@Nullable String> patterns, String value) {
        if (method.ordinal() >= MatchMethod.STR.ordinal() && method.ordinal() <= MatchMethod.DOM.ordinal())
            return TextsTest.search(method, folded, patterns, value);
        var best = -1;
        for (var i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            if (pattern == null || !matches(method, folded, pattern, value)) continue;
            if (best < 0) best = i;
            else if (method == MatchMethod.IP && size(pattern) > size(String.valueOf(patterns.get(best)))) best = i;
        }
        return best;
    }

    private static boolean matches(MatchMethod method, boolean folded, String pattern, String value) {
        return switch (method) {
            case INT -> holds(pattern, Integer.parseInt(value));
            case LEN -> holds(pattern, value.length());
            case BIN -> pattern.equals(HexFormat.of().withUpperCase().formatHex(bytes(value)));
            case IP -> (number(pattern) ^ number(value)) >>> 32 - size(pattern) == 0;
            case REG ->
                java.util.regex.Pattern.compile(pattern, folded ? java.util.regex.Pattern.CASE_INSENSITIVE : 0)
                        .matcher(value)
                        .find();
            default -> throw new AssertionError(method);
        };
    }

    private static boolean holds(String pattern, int number) {
        var ends = pattern.split(":");
        return number >= Integer.parseInt(ends[0]) && number <= Integer.parseInt(ends[ends.length - 1]);
    }

    private static int size(String network) {
        return Integer.parseInt(network.substring(network.indexOf('/') + 1));
    }

    private static long number(String address) {
        var number = 0L;
        for (var octet : address.replaceAll("/.*", "").split("\\.")) number = number << 8 | Long.parseLong(octet);
        return number;
    }
}
