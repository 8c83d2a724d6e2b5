package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Sample;

/**
 * The elements of fields whose values are lists (RFC 9110 5.6.1): commas separate them, except inside quotes. Every field has one element at least, empty ones
 * count, as watched.
 */
final class ListValues {
    private ListValues() {}

    /** Index of the field of that name at or after {@code from}, or -1; a name of length 0 is any. */
    static int find(Head head, FieldRef name, int from) {
        if (name.length() == 0) return from < head.fields() ? from : -1;
        if (name.id() != 0) return head.find(name.id(), from);
        return head.find(name.at(), name.length(), from);
    }

    /** Where the element that begins at {@code from} of the value ends. */
    static int end(int at, int length, int from) {
        var quoted = false;
        for (var i = from; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c == '"') quoted = !quoted;
            else if (c == '\\' && quoted) i++;
            else if (c == ',' && !quoted) return i;
        }
        return length;
    }

    static int count(Head head, FieldRef name) {
        var count = 0;
        for (var i = find(head, name, 0); i >= 0; i = find(head, name, i + 1)) {
            var length = head.valueLength(i);
            for (var end = -1; end < length; count++) end = end(head.valueAt(i), length, end + 1);
        }
        return count;
    }

    static int countFields(Head head, FieldRef name) {
        var count = 0;
        for (var i = find(head, name, 0); i >= 0; i = find(head, name, i + 1)) count++;
        return count;
    }

    /**
     * An element by its number.
     *
     * @param occurrence from 1; from -1 backwards
     */
    static boolean element(Head head, FieldRef name, long occurrence, Sample out) {
        var left = occurrence > 0 ? occurrence : count(head, name) + occurrence + 1;
        if (left <= 0) return false;
        for (var i = find(head, name, 0); i >= 0; i = find(head, name, i + 1)) {
            var at = head.valueAt(i);
            var length = head.valueLength(i);
            for (var from = 0; from <= length; ) {
                var end = end(at, length, from);
                if (--left == 0) return trimmed(at + from, end - from, out);
                from = end + 1;
            }
        }
        return false;
    }

    /** The element after the one that was read before; {@link Sample#cursor} counts fields, {@link Sample#cursorOffset} bytes. */
    static boolean next(Head head, FieldRef name, Sample out) {
        var index = find(head, name, out.cursor);
        if (index < 0) return false;
        var from = index == out.cursor ? out.cursorOffset : 0;
        var at = head.valueAt(index);
        var length = head.valueLength(index);
        var end = end(at, length, from);
        if (end < length) {
            out.cursor = index;
            out.cursorOffset = end + 1;
            out.more = true;
        } else {
            out.cursor = index + 1;
            out.cursorOffset = 0;
            out.more = find(head, name, index + 1) >= 0;
        }
        return trimmed(at + from, end - from, out);
    }

    /** A whole field by its number. */
    static boolean field(Head head, FieldRef name, long occurrence, Sample out) {
        var left = occurrence > 0 ? occurrence : countFields(head, name) + occurrence + 1;
        if (left <= 0) return false;
        for (var i = find(head, name, 0); i >= 0; i = find(head, name, i + 1)) {
            if (--left == 0) return out.text(head.valueAt(i), head.valueLength(i));
        }
        return false;
    }

    static boolean nextField(Head head, FieldRef name, Sample out) {
        var index = find(head, name, out.cursor);
        if (index < 0) return false;
        out.cursor = index + 1;
        out.more = find(head, name, index + 1) >= 0;
        return out.text(head.valueAt(index), head.valueLength(index));
    }

    private static boolean trimmed(int at, int length, Sample out) {
        var from = 0;
        while (from < length && isBlank(Slab.byteAt(at + from))) from++;
        var to = length;
        while (to > from && isBlank(Slab.byteAt(at + to - 1))) to--;
        return out.text(at + from, to - from);
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }
}
