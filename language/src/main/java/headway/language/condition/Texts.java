package headway.language.condition;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.List;

/** Patterns that are texts, compared one after the other, with or without regard to the case of ASCII letters. */
final class Texts {
    private final int[] at;
    private final int[] length;
    private final boolean ignoreCase;

    Texts(List<String> patterns, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        at = new int[patterns.size()];
        length = new int[patterns.size()];
        for (var i = 0; i < at.length; i++) {
            var text = Text.of(patterns.get(i));
            at[i] = text.at();
            length[i] = text.length();
        }
    }

    boolean equal(Sample value) {
        for (var i = 0; i < at.length; i++) if (length[i] == value.length && equal(value.at, i)) return true;
        return false;
    }

    boolean begin(Sample value) {
        for (var i = 0; i < at.length; i++) if (length[i] <= value.length && equal(value.at, i)) return true;
        return false;
    }

    boolean end(Sample value) {
        for (var i = 0; i < at.length; i++) {
            if (length[i] <= value.length && equal(value.at + value.length - length[i], i)) return true;
        }
        return false;
    }

    boolean contained(Sample value) {
        for (var i = 0; i < at.length; i++) {
            for (var from = 0; from <= value.length - length[i]; from++) if (equal(value.at + from, i)) return true;
        }
        return false;
    }

    /** Between slashes, or the ends: 7.1.3. */
    boolean directory(Sample value) {
        return delimited(value, false);
    }

    /** Between dots, colons, slashes, question marks, or the ends. */
    boolean domain(Sample value) {
        return delimited(value, true);
    }

    private boolean delimited(Sample value, boolean domain) {
        for (var i = 0; i < at.length; i++) {
            var from = at[i];
            var to = from + length[i];
            while (from < to && isDelimiter(from, domain)) from++;
            while (to > from && isDelimiter(to - 1, domain)) to--;
            if (from < to && delimited(value, domain, from, to - from)) return true;
        }
        return false;
    }

    private boolean delimited(Sample value, boolean domain, int pattern, int size) {
        for (var i = 0; i <= value.length - size; i++) {
            var place = value.at + i;
            if (i > 0 && !isDelimiter(place - 1, domain)) continue;
            if (i + size < value.length && !isDelimiter(place + size, domain)) continue;
            if (equal(place, pattern, size)) return true;
        }
        return false;
    }

    private static boolean isDelimiter(int at, boolean domain) {
        var c = Slab.byteAt(at);
        return c == '/' || domain && (c == '.' || c == ':' || c == '?');
    }

    private boolean equal(int place, int index) {
        return equal(place, at[index], length[index]);
    }

    private boolean equal(int place, int pattern, int size) {
        return ignoreCase ? equalIgnoringCase(place, pattern, size) : Slab.equal(place, pattern, size);
    }

    private static boolean equalIgnoringCase(int place, int pattern, int size) {
        for (var i = 0; i < size; i++)
            if (lower(Slab.byteAt(place + i)) != lower(Slab.byteAt(pattern + i))) return false;
        return true;
    }

    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
