package headway.wire.h1;

import headway.base.memory.Slab;
import headway.http.FieldName;
import java.nio.charset.StandardCharsets;

/**
 * Finds a well-known field name by its bytes: up to 24 of them as three words, which are hashed to a slot without collisions and compared there. No memory
 * other than the table is touched.
 */
final class H1Names {
    static final int LONGEST = 24;

    private static final FieldName[] NAMES = FieldName.values();
    private static final int SLOTS = 512;
    private static final long MULTIPLIER = multiplier();
    private static final long[] WORDS = new long[SLOTS * 4];

    static {
        for (var name : NAMES) {
            var slot = slot(word(name, 0), word(name, 8), word(name, 16), MULTIPLIER);
            for (var i = 0; i < 3; i++) WORDS[slot * 4 + i] = word(name, i * 8);
            WORDS[slot * 4 + 3] = name.id();
        }
    }

    private H1Names() {}

    /** The id of the name in lower case whose bytes are in three words, low byte first, zero-filled; 0 when it is not well known. */
    static int id(long first, long second, long third) {
        var slot = slot(first, second, third, MULTIPLIER) * 4;
        return WORDS[slot] == first && WORDS[slot + 1] == second && WORDS[slot + 2] == third
                ? (int) WORDS[slot + 3]
                : 0;
    }

    /** The id of a name in lower case. */
    static int id(int at, int length) {
        if (length > LONGEST) return 0;
        return id(word(at, length), word(at + 8, length - 8), word(at + 16, length - 16));
    }

    static FieldName name(int id) {
        return NAMES[id - 1];
    }

    private static long word(int at, int length) {
        var word = 0L;
        for (var i = Math.min(length, 8) - 1; i >= 0; i--) word = word << 8 | Slab.byteAt(at + i) & 0xff;
        return word;
    }

    private static long word(FieldName name, int from) {
        var bytes = name.text().getBytes(StandardCharsets.ISO_8859_1);
        var word = 0L;
        for (var i = Math.min(bytes.length, from + 8) - 1; i >= from; i--) word = word << 8 | bytes[i];
        return word;
    }

    private static int slot(long first, long second, long third, long multiplier) {
        return (int) ((first ^ second * 31 ^ third * 17) * multiplier >>> 55);
    }

    /** The names are few and fixed, so an odd number that spreads them over the slots is found at once. */
    private static long multiplier() {
        for (var candidate = 0x9E3779B97F4A7C15L; ; candidate += 0x632BE59BD9B4E01AL) {
            if (spreads(candidate)) return candidate;
        }
    }

    private static boolean spreads(long multiplier) {
        var used = new boolean[SLOTS];
        for (var name : NAMES) {
            if (name.length() > LONGEST)
                throw new AssertionError(name.text() + " is longer than the table of names allows");
            var slot = slot(word(name, 0), word(name, 8), word(name, 16), multiplier);
            if (used[slot]) return false;
            used[slot] = true;
        }
        return true;
    }
}
