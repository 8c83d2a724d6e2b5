package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses among known languages the one that an Accept-Language field (RFC 9110 12.5.4) likes best; of equal ones the first in the field. */
final class LanguageChoice {
    private static final int MOST = 1000;

    private final Text[] known;
    private final @Nullable Text otherwise;

    LanguageChoice(String names, String otherwise) {
        var texts = new ArrayList<Text>();
        for (var name : List.of(names.split(";"))) if (!name.isEmpty()) texts.add(Text.of(name));
        known = texts.toArray(new Text[0]);
        this.otherwise = otherwise.isEmpty() ? null : Text.of(otherwise);
    }

    /** The chosen name becomes the value. */
    boolean choose(Sample value) {
        var best = otherwise;
        var bestWeight = 0;
        var end = value.at + value.length;
        for (var i = value.at; i < end; ) {
            var next = find(i, end, ',');
            i = skipBlanks(i, next);
            var behind = word(i, next);
            var parameters = skipBlanks(behind, next);
            var name = parameters == next || Slab.byteAt(parameters) == ';' ? named(i, behind - i) : null;
            var weight = name == null ? 0 : weight(parameters, next);
            if (weight > bestWeight) {
                best = name;
                bestWeight = weight;
            }
            i = next + 1;
        }
        return best != null && value.text(best);
    }

    /** The first that the range is, or begins with before a hyphen. */
    private @Nullable Text named(int at, int length) {
        for (var name : known) {
            var size = name.length();
            if (size > length || !Slab.equal(at, name.at(), size)) continue;
            if (size == length || Slab.byteAt(at + size) == '-') return name;
        }
        return null;
    }

    /** RFC 9110 12.4.2, in thousandths; what is no weight counts as the highest, as in HAProxy. */
    private static int weight(int from, int end) {
        var i = skipBlanks(Math.min(from + 1, end), end);
        if (i == end || Slab.byteAt(i) != 'q') return MOST;
        i = skipBlanks(i + 1, end);
        if (i == end || Slab.byteAt(i) != '=') return MOST;
        i = skipBlanks(i + 1, end);
        if (i == end || Slab.byteAt(i) != '0') return MOST;
        if (++i == end || Slab.byteAt(i) != '.') return 0;
        var weight = 0;
        for (var unit = 100; unit > 0 && ++i < end && isDigit(Slab.byteAt(i)); unit /= 10)
            weight += unit * (Slab.byteAt(i) - '0');
        return weight;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static int find(int at, int end, char sign) {
        var i = at;
        while (i < end && Slab.byteAt(i) != sign) i++;
        return i;
    }

    private static int word(int at, int end) {
        var i = at;
        while (i < end && Slab.byteAt(i) != ';' && !isBlank(Slab.byteAt(i))) i++;
        return i;
    }

    private static int skipBlanks(int at, int end) {
        var i = at;
        while (i < end && isBlank(Slab.byteAt(i))) i++;
        return i;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }
}
