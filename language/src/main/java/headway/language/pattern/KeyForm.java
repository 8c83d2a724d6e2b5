package headway.language.pattern;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Digits;

/** How the bytes of a key are to be understood where values are compared as a whole. */
enum KeyForm {
    PLAIN {
        @Override
        long hash(byte[] bytes, int at, int length) {
            var hash = Scatter.START ^ length;
            for (var i = 0; i < length; i += 8) hash = Scatter.mix(hash, Octets.word(bytes, at + i, length - i));
            return hash;
        }

        @Override
        long hash(int at, int length) {
            var hash = Scatter.START ^ length;
            for (var i = 0; i < length; i += 8) hash = Scatter.mix(hash, Octets.word(at + i, length - i));
            return hash;
        }

        @Override
        boolean isEqual(byte[] bytes, int key, int at, int length) {
            for (var i = 0; i < length; i += 8)
                if (Octets.word(bytes, key + i, length - i) != Octets.word(at + i, length - i)) return false;
            return true;
        }
    },
    /** Without regard to the case of ASCII letters. */
    FOLDED {
        @Override
        long hash(byte[] bytes, int at, int length) {
            var hash = Scatter.START ^ length;
            for (var i = 0; i < length; i += 8)
                hash = Scatter.mix(hash, Octets.lower(Octets.word(bytes, at + i, length - i)));
            return hash;
        }

        @Override
        long hash(int at, int length) {
            var hash = Scatter.START ^ length;
            for (var i = 0; i < length; i += 8) hash = Scatter.mix(hash, Octets.lower(Octets.word(at + i, length - i)));
            return hash;
        }

        @Override
        boolean isEqual(byte[] bytes, int key, int at, int length) {
            for (var i = 0; i < length; i += 8) {
                var there = Octets.lower(Octets.word(bytes, key + i, length - i));
                if (there != Octets.lower(Octets.word(at + i, length - i))) return false;
            }
            return true;
        }
    },
    /** Two hexadecimal digits a byte. */
    HEX {
        @Override
        int length(int keyLength) {
            return keyLength / 2;
        }

        @Override
        long hash(byte[] bytes, int at, int length) {
            var hash = Scatter.START ^ length;
            for (var i = 0; i < length; i++) hash = Scatter.mix(hash, octet(bytes, at + 2 * i));
            return hash;
        }

        @Override
        long hash(int at, int length) {
            var hash = Scatter.START ^ length;
            for (var i = 0; i < length; i++) hash = Scatter.mix(hash, Slab.byteAt(at + i) & 255);
            return hash;
        }

        @Override
        boolean isEqual(byte[] bytes, int key, int at, int length) {
            for (var i = 0; i < length; i++) if (octet(bytes, key + 2 * i) != (Slab.byteAt(at + i) & 255)) return false;
            return true;
        }

        @Override
        void check(String key) throws BindException {
            for (var c : key.toCharArray())
                if (Digits.hex(c) < 0) throw new BindException("an hex digit is expected (found '" + c + "')");
            if (key.length() % 2 != 0) throw new BindException("an even number of hex digit is expected");
        }
    };

    private static int octet(byte[] bytes, int at) {
        return Digits.hex(bytes[at]) << 4 | Digits.hex(bytes[at + 1]);
    }

    /** How long a value is that equals a key of that length. */
    int length(int keyLength) {
        return keyLength;
    }

    /**
     * Of a key.
     *
     * @param length of a value that equals it
     */
    abstract long hash(byte[] bytes, int at, int length);

    /** Of a value. */
    abstract long hash(int at, int length);

    abstract boolean isEqual(byte[] bytes, int key, int at, int length);

    void check(String key) throws BindException {}
}
