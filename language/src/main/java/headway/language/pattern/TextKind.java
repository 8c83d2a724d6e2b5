package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.Sample;

/** How texts are looked for inside a value, where they may stand, and which one counts when there are several: configuration manual 7.1.3. */
enum TextKind {
    /** {@code -m beg}: the longest, as HAProxy's tree gives it. */
    BEGIN {
        @Override
        int better(int best, int entry) {
            return entry;
        }
    },
    /** {@code -m end}. */
    END,
    /** {@code -m sub}. */
    ANYWHERE,
    /** {@code -m dir}: between slashes, question marks, or the ends. */
    DIRECTORY {
        @Override
        boolean isDelimiter(int c) {
            return c == '/' || c == '?';
        }
    },
    /** {@code -m dom}: between dots, colons, slashes, question marks, or the ends. */
    DOMAIN {
        @Override
        boolean isDelimiter(int c) {
            return c == '.' || c == '/' || c == ':' || c == '?';
        }
    };

    boolean isDelimiter(int c) {
        return true;
    }

    /** Whether a text may begin there. */
    boolean begins(Sample value, int index) {
        return index == 0 || isDelimiter(Slab.byteAt(value.at + index - 1));
    }

    /** Whether a text may end before that place. */
    boolean ends(Sample value, int index) {
        return this == BEGIN || this == END || index == value.length || isDelimiter(Slab.byteAt(value.at + index));
    }

    /** Of two entries, either of which may be NONE, but not the second: the first of the list, as HAProxy searches lists in their order. */
    int better(int best, int entry) {
        return best == PatternIndex.NONE || entry < best ? entry : best;
    }
}
