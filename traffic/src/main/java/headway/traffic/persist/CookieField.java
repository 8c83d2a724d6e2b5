package headway.traffic.persist;

import headway.base.memory.Slab;
import headway.language.sample.Scratch;

/** A Cookie field while its pairs are looked at one after the other and, without what was dropped, copied. */
final class CookieField {
    /** Where something was dropped that the next pair that stays has to close up to. */
    private enum Gap {
        NONE,
        AT_THE_BEGINNING,
        IN_BETWEEN
    }

    private int end;
    private int to;
    private int written;
    private Gap gap = Gap.NONE;
    private boolean hasAttributes;
    private boolean hasOthers;
    /** The last cookie was dropped: attributes such as $Path behind it go too. */
    private boolean dropsAttributes;

    // The pair that is looked at.
    private int separatorAt;
    private int pairAt;
    private int nameEnd;
    private int valueAt;
    private int valueEnd;
    private int pairEnd;
    private int prefix;
    private boolean dropped;
    private boolean begun;

    void begin(int at, int length, Scratch scratch) {
        end = at + length;
        to = scratch.take(length + 1);
        written = 0;
        gap = Gap.NONE;
        hasAttributes = false;
        hasOthers = false;
        dropsAttributes = false;
        begun = false;
        pairEnd = at - 1;
    }

    /** On to the next pair, which may be empty; the one before is copied. */
    boolean next() {
        if (begun) copy();
        if (pairEnd >= end) {
            begun = false;
            return false;
        }
        separatorAt = begun ? pairEnd : -1;
        begun = true;
        prefix = 0;
        parse(pairEnd + 1);
        dropped = dropsAttributes && isAttribute();
        return true;
    }

    private boolean isAttribute() {
        return pairAt < pairEnd && Slab.byteAt(pairAt) == '$';
    }

    private void parse(int from) {
        pairAt = afterBlanks(from);
        nameEnd = pairAt;
        while (nameEnd < end && !endsName(Slab.byteAt(nameEnd))) nameEnd++;
        var equals = afterBlanks(nameEnd);
        var isPair = equals < end && Slab.byteAt(equals) == '=';
        valueAt = isPair ? afterBlanks(equals + 1) : -1;
        pairEnd = separatorFrom(isPair ? valueAt : equals);
        valueEnd = pairEnd;
        while (valueEnd > Math.max(pairAt, valueAt) && isBlank(valueEnd - 1)) valueEnd--;
    }

    private int afterBlanks(int at) {
        var i = at;
        while (i < end && isBlank(i)) i++;
        return i;
    }

    /** Of those that are not in quotes. */
    private int separatorFrom(int at) {
        var quoted = false;
        for (var i = at; i < end; i++) {
            var c = Slab.byteAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == '\\' && quoted) i++;
            else if (!quoted && (c == ';' || c == ',')) return i;
        }
        return end;
    }

    private static boolean isBlank(int at) {
        return Slab.byteAt(at) == ' ' || Slab.byteAt(at) == '\t';
    }

    private static boolean endsName(byte c) {
        return c == '=' || c == ';' || c == ',' || c == ' ' || c == '\t';
    }

    /** It is a name with a value, be that empty. */
    boolean hasValue() {
        return valueAt >= 0;
    }

    int nameAt() {
        return pairAt;
    }

    int nameLength() {
        return nameEnd - pairAt;
    }

    int valueAt() {
        return valueAt;
    }

    int valueLength() {
        return valueEnd - valueAt;
    }

    /** The pair does not stay. */
    void drop() {
        dropped = true;
    }

    /** So many bytes of the value do not stay. */
    void dropPrefix(int length) {
        prefix = length;
    }

    private void copy() {
        if (isAttribute()) hasAttributes = true;
        else dropsAttributes = dropped;
        if (dropped) {
            if (gap == Gap.NONE) gap = written == 0 ? Gap.AT_THE_BEGINNING : Gap.IN_BETWEEN;
            return;
        }
        hasOthers |= pairAt < valueEnd && !isAttribute();
        closeUp();
        if (valueAt < 0) {
            put(pairAt, pairEnd);
            return;
        }
        put(pairAt, nameEnd);
        put((byte) '=');
        put(valueAt + prefix, pairEnd);
    }

    private void closeUp() {
        switch (gap) {
            case NONE -> put(separatorAt < 0 ? pairAt : separatorAt, pairAt);
            case AT_THE_BEGINNING -> {}
            case IN_BETWEEN -> {
                trim();
                put(Slab.byteAt(separatorAt));
                put((byte) ' ');
            }
        }
        gap = Gap.NONE;
    }

    private void put(int from, int upTo) {
        if (upTo <= from) return;
        Slab.copy(from, to + written, upTo - from);
        written += upTo - from;
    }

    private void put(byte c) {
        Slab.putByte(to + written++, c);
    }

    private void trim() {
        while (written > 0 && isBlank(to + written - 1)) written--;
    }

    /** How long the copy is; 0 also when only attributes are left, which say nothing alone. */
    int end() {
        if (gap != Gap.NONE) trim();
        return hasAttributes && !hasOthers ? 0 : written;
    }

    int at() {
        return to;
    }
}
