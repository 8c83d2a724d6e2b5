package headway.language.pattern;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of patterns with one way of comparing, asked for texts. */
final class Finder {
    private static final int MOST = 4096;

    /** One piece of the slab for all values, since a test asks for many. */
    private static final int PLACE = Buffers.reserve(MOST + 8);

    final Entries entries;
    final PatternIndex index;
    private final List<String> keys = new ArrayList<>();
    private final Sample value = new Sample();

    Finder(MatchMethod method, boolean ignoresCase, List<String> patterns) throws BindException {
        entries = new Entries(false, new byte[0], 0);
        index = new Comparison(method, ignoresCase, false).index(entries);
        for (var pattern : patterns) {
            index.add(entries.add(pattern, ""));
            keys.add(pattern);
        }
        index.ready();
    }

    static Finder of(MatchMethod method, String... patterns) throws BindException {
        return new Finder(method, false, List.of(patterns));
    }

    void add(String pattern) throws BindException {
        index.add(entries.add(pattern, ""));
        index.ready();
        keys.add(pattern);
    }

    void remove(int entry) {
        index.remove(entry);
        entries.remove(entry);
        index.ready();
    }

    /** The number of the entry that is found, or -1. */
    int find(String text) {
        return index.find(text(value, text));
    }

    int find(long number) {
        value.integer(number);
        return index.find(value);
    }

    int find(Sample sample) {
        return index.find(sample);
    }

    /** The pattern that is found, or null. */
    @Nullable
    String pattern(String text) {
        var found = find(text);
        return found < 0 ? null : keys.get(found);
    }

    /** Puts a text into the sample. */
    static Sample text(Sample sample, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Slab.put(PLACE, bytes);
        sample.text(PLACE, bytes.length);
        return sample;
    }
}
