package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a value in a JSON text: {@code $.key.other[2]}; a backslash takes away the meaning of a dot or bracket. It is looked for where the bytes lie,
 * and what comes behind it is not looked at, so the text need not be complete. Of equal keys the first one counts.
 */
final class JsonPath {
    private static final int DEEPEST = 20;

    /**
     * One step down.
     *
     * @param key of an object, as it is written between the quotes
     * @param index of an array; -1: a key
     */
    private record Step(byte[] key, int index) {
        private static final Step NOWHERE = new Step(new byte[0], Integer.MAX_VALUE);

        boolean isKey() {
            return index < 0;
        }

        boolean is(int at, int length) {
            if (key.length != length) return false;
            for (var i = 0; i < length; i++) if (Slab.byteAt(at + i) != key[i]) return false;
            return true;
        }
    }

    private final Step[] steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps.toArray(new Step[0]);
    }

    static JsonPath of(String text) throws BindException {
        if (text.isEmpty()) throw new BindException("json_path must not be empty");
        var steps = new ArrayList<Step>();
        if (text.charAt(0) != '$') steps.add(Step.NOWHERE);
        for (var i = 1; i < text.length(); ) {
            var c = text.charAt(i);
            if (c == '.') i = key(text, i + 1, steps);
            else if (c == '[') i = index(text, i + 1, steps);
            else {
                steps.add(Step.NOWHERE);
                break;
            }
        }
        return new JsonPath(steps);
    }

    private static int key(String text, int from, List<Step> steps) {
        var key = new ByteArrayOutputStream();
        var i = from;
        for (; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '.' || c == '[') break;
            if (c == '\\' && i + 1 < text.length()) c = text.charAt(++i);
            key.write(c);
        }
        steps.add(new Step(key.toByteArray(), -1));
        return i;
    }

    /** As watched: without a number it is the first one, and the closing bracket may be missing. */
    private static int index(String text, int from, List<Step> steps) {
        var i = from;
        var index = 0L;
        if (i < text.length() && text.charAt(i) == '*') i++;
        for (; i < text.length() && Character.isDigit(text.charAt(i)); i++)
            index = Math.min(index * 10 + text.charAt(i) - '0', Integer.MAX_VALUE);
        if (i < text.length() && text.charAt(i) == ']') i++;
        steps.add(new Step(new byte[0], (int) index));
        return i;
    }

    /**
     * Looks for the value.
     *
     * @param found takes its text, quotes and brackets included
     */
    boolean find(int at, int length, Sample found) {
        var end = at + length;
        var place = at;
        for (var step : steps) {
            place = Json.blanks(place, end);
            if (place == end) return false;
            var opening = Slab.byteAt(place);
            if (opening != (step.isKey() ? '{' : '[')) return false;
            place = step.isKey() ? member(place + 1, end, step) : element(place + 1, end, step.index);
            if (place < 0) return false;
        }
        place = Json.blanks(place, end);
        var behind = Json.value(place, end, DEEPEST - steps.length);
        return behind >= 0 && found.text(place, behind - place);
    }

    /** Where the value of that key begins, or -1. */
    private static int member(int from, int end, Step step) {
        var i = from;
        while (true) {
            i = Json.blanks(i, end);
            var behind = Json.string(i, end);
            if (behind < 0) return -1;
            var colon = Json.blanks(behind, end);
            if (colon == end || Slab.byteAt(colon) != ':') return -1;
            if (step.is(i + 1, behind - i - 2)) return colon + 1;
            i = Json.next(Json.value(Json.blanks(colon + 1, end), end, DEEPEST), end);
            if (i < 0) return -1;
        }
    }

    /** Where the element of that index begins, or -1. */
    private static int element(int from, int end, int index) {
        var i = from;
        for (var left = index; left > 0; left--) {
            i = Json.next(Json.value(Json.blanks(i, end), end, DEEPEST), end);
            if (i < 0) return -1;
        }
        return i;
    }
}
