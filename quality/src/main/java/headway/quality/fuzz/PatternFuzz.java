package headway.quality.fuzz;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.pattern.Comparison;
import headway.language.pattern.MapOutput;
import headway.language.pattern.MatchMethod;
import headway.language.pattern.PatternList;
import headway.language.pattern.PatternStore;
import headway.language.pattern.PatternUse;
import headway.language.sample.Addresses;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import headway.language.sample.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What lists of patterns promise for any file: it is refused with words, or read; every pattern is found by a value that equals it; and a list that has been changed
 * finds what one finds that is read from the same lines.
 */
final class PatternFuzz implements Fuzzer {
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "/",
            ".",
            ":",
            "-",
            "?",
            "#",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\0",
            "\u00e9",
            "A",
            "0",
            "1",
            "9",
            "10.0.0.0/8",
            "10.1",
            "::1",
            "::/0",
            "2001:db8::/32",
            "::ffff:10.0.0.1",
            "255.0.255.0",
            "/",
            "/33",
            "1:5",
            "5:",
            ":5",
            "7-9",
            "99999999999999999999",
            "616",
            "6162",
            "(",
            ")",
            "[a",
            "a+",
            "(a|b)*",
            "\\1",
            "(?=a)",
            "{1000}",
            "GET",
            "example.com",
            ".com",
            "/static/");
    private static final int PLACE = Buffers.reserve(1 << 12);
    private static final int MOST = 1000;
    private static final long LONGEST_NANOS = 5_000_000_000L;

    private final Path folder = folder();
    private final Scratch scratch = new Scratch(new Buffers());

    private static Path folder() {
        try {
            var made = Files.createTempDirectory("headway-fuzz");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "pattern";
    }

    @Override
    public void round(RandomGenerator random) {
        var text = text(random);
        var isMap = random.nextBoolean();
        var method = pick(random, List.of(MatchMethod.values()));
        if (method == MatchMethod.FOUND || method == MatchMethod.BOOL) return;
        var comparison = new Comparison(method, random.nextBoolean(), false);
        var start = System.nanoTime();
        var list = load(text, isMap);
        var use = list == null ? null : use(list, comparison, isMap);
        if (System.nanoTime() - start > LONGEST_NANOS) throw new AssertionError("took too long: " + text);
        if (list == null || use == null) return;
        for (var entry : list.shown(0)) checkFound(use, method, entry.key(), text);
        change(list, random);
        checkSame(use, list, comparison, random);
    }

    private @Nullable PatternList load(String text, boolean isMap) {
        try {
            Files.write(folder.resolve("f"), text.getBytes(StandardCharsets.ISO_8859_1));
            folder.resolve("f").toFile().deleteOnExit();
            return new PatternStore().load("f", folder, isMap);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BindException e) {
            refused(e);
            return null;
        }
    }

    private static void refused(BindException e) {
        if (e.text().isEmpty()) throw new AssertionError("refused without a word", e);
    }

    private static @Nullable PatternUse use(PatternList list, Comparison comparison, boolean isMap) {
        try {
            return isMap ? list.use(comparison, MapOutput.STR) : list.use(comparison);
        } catch (BindException e) {
            refused(e);
            return null;
        }
    }

    /** Texts equal themselves; of numbers, networks and expressions that cannot be said so simply. */
    private void checkFound(PatternUse use, MatchMethod method, String key, String text) {
        var isText =
                switch (method) {
                    case STR, BEG, END, SUB -> true;
                    default -> false;
                };
        if (isText && key.length() <= MOST && !use.matches(value(key, method)))
            throw new AssertionError("-m " + method.word() + " does not find '" + key + "' of " + text);
    }

    private static Sample value(String text, MatchMethod method) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(PLACE, bytes);
        var value = new Sample();
        value.text(PLACE, bytes.length);
        switch (method) {
            case INT, VERSION -> value.integer(text.hashCode() % 20);
            case IP -> {
                if (!Addresses.read(PLACE, bytes.length, value)) value.ipv4(text.hashCode());
            }
            case METH -> value.method(text.hashCode() & 7, PLACE, bytes.length);
            default -> value.text(PLACE, bytes.length);
        }
        return value;
    }

    private static void change(PatternList list, RandomGenerator random) {
        for (var i = random.nextInt(12); i > 0; i--) {
            var shown = list.shown(0);
            var key = shown.isEmpty() || random.nextBoolean()
                    ? pick(random, PIECES) + pick(random, PIECES)
                    : pick(random, shown).key();
            change(list, key, random);
        }
    }

    private static void change(PatternList list, String key, RandomGenerator random) {
        try {
            var kind = random.nextInt(3);
            if (kind == 0) list.remove(key);
            else if (kind == 1) list.addOnce(key);
            else if (list.isMap()) list.put(key, pick(random, PIECES));
        } catch (BindException e) {
            refused(e);
        }
    }

    private void checkSame(PatternUse use, PatternList list, Comparison comparison, RandomGenerator random) {
        var lines = list.shown(0);
        var values = new ArrayList<String>(PIECES);
        for (var i = 0; i < 10; i++) values.add(pick(random, PIECES) + pick(random, PIECES) + pick(random, PIECES));
        try {
            var other = new PatternStore().load("virt@f", folder, list.isMap());
            for (var entry : lines) other.add(0, entry.key(), entry.value() == null ? "" : entry.value());
            var fresh = list.isMap() ? other.use(comparison, MapOutput.STR) : other.use(comparison);
            for (var text : values) {
                var value = value(text, comparison.method());
                if (!answer(use, list, value).equals(answer(fresh, list, value(text, comparison.method()))))
                    throw new AssertionError(
                            "changed, " + comparison + " finds something else for '" + text + "' in " + lines);
            }
        } catch (BindException e) {
            throw new AssertionError("what is in a list can be read again: " + lines, e);
        }
    }

    private String answer(PatternUse use, PatternList list, Sample value) {
        if (!list.isMap()) return String.valueOf(use.matches(value));
        var answer = use.map(scratch, value, MapOutput.KEY) ? Slab.text(value.at, value.length) : "";
        scratch.release();
        return answer;
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(40); i >= 0; i--) {
            text.append(pick(random, PIECES));
            if (random.nextInt(3) == 0) text.append(random.nextBoolean() ? "\n" : " ");
            if (random.nextInt(60) == 0) text.append(pick(random, PIECES).repeat(random.nextInt(300)));
        }
        return text.toString();
    }

    private static <T> T pick(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
