package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.Sample;

/** In what order the bytes of texts are read, and whether letters of both cases are the same. */
enum TextOrder {
    FORWARD {
        @Override
        int of(byte[] bytes, int at, int index) {
            return bytes[at + index] & 255;
        }

        @Override
        int of(Sample value, int index) {
            return Slab.byteAt(value.at + index) & 255;
        }
    },
    FORWARD_FOLDED {
        @Override
        int of(byte[] bytes, int at, int index) {
            return Octets.lower(bytes[at + index]);
        }

        @Override
        int of(Sample value, int index) {
            return Octets.lower(Slab.byteAt(value.at + index));
        }
    },
    BACKWARD {
        @Override
        int of(byte[] bytes, int at, int index) {
            return bytes[at - index] & 255;
        }

        @Override
        int of(Sample value, int index) {
            return Slab.byteAt(value.at + value.length - 1 - index) & 255;
        }
    },
    BACKWARD_FOLDED {
        @Override
        int of(byte[] bytes, int at, int index) {
            return Octets.lower(bytes[at - index]);
        }

        @Override
        int of(Sample value, int index) {
            return Octets.lower(Slab.byteAt(value.at + value.length - 1 - index));
        }
    };

    static TextOrder of(boolean backward, boolean folded) {
        if (backward) return folded ? BACKWARD_FOLDED : BACKWARD;
        return folded ? FORWARD_FOLDED : FORWARD;
    }

    /**
     * A byte of a pattern.
     *
     * @param at where its first byte in this order lies
     */
    abstract int of(byte[] bytes, int at, int index);

    /** A byte of a value. */
    abstract int of(Sample value, int index);
}
