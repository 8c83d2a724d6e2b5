package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;

/** The texts inside the quotes of JSON's strings, both ways. */
final class JsonText {
    /** What a byte or character becomes at most. */
    private static final int LONGEST = 6;

    private static final String PLAIN = "\"\\/\b\f\n\r\t";
    private static final String LETTERS = "\"\\/bfnrt";

    /** How wrong UTF-8 is taken. */
    private record Decoding(boolean utf8, boolean silent, boolean permissive) {}

    private JsonText() {}

    static Converter escaper(String name) throws BindException {
        var decoding =
                switch (name) {
                    case "ascii" -> new Decoding(false, true, true);
                    case "utf8" -> new Decoding(true, false, false);
                    case "utf8s" -> new Decoding(true, true, false);
                    case "utf8p" -> new Decoding(true, false, true);
                    case "utf8ps" -> new Decoding(true, true, true);
                    default ->
                        throw new BindException(
                                "Unexpected input code type. Allowed value are 'ascii', 'utf8', 'utf8s', 'utf8p' and 'utf8ps'");
                };
        return (scope, value) -> escape(scope, value, decoding);
    }

    private static boolean escape(Scope scope, Sample value, Decoding decoding) {
        if (value.length > Scratch.LIMIT / LONGEST) return false;
        var at = scope.scratch().take(value.length * LONGEST);
        var to = at;
        for (var i = 0; i < value.length; ) {
            var size = decoding.utf8 ? Utf8.size(value, i) : 1;
            var character = decoding.utf8 ? Utf8.character(value, i, size) : Slab.byteAt(value.at + i) & 255;
            i += size;
            if (Utf8.isUsable(character, size, decoding.permissive)) to += put(to, character);
            else if (!decoding.silent) return false;
        }
        return value.text(at, to - at);
    }

    private static int put(int to, int character) {
        var letter = PLAIN.indexOf(character);
        if (letter >= 0) {
            Slab.putByte(to, (byte) '\\');
            Slab.putByte(to + 1, (byte) LETTERS.charAt(letter));
            return 2;
        }
        if (character >= ' ' && character < 127) {
            Slab.putByte(to, (byte) character);
            return 1;
        }
        Slab.putByte(to, (byte) '\\');
        Slab.putByte(to + 1, (byte) 'u');
        for (var i = 0; i < 4; i++)
            Slab.putByte(to + 2 + i, (byte) Character.forDigit(character >> 12 - 4 * i & 15, 16));
        return LONGEST;
    }

    /** A string with its quotes becomes what it stands for. As in HAProxy an escaped slash, or a character beyond ff, has no value. */
    static boolean unescape(Scope scope, Sample value) {
        var end = value.at + value.length - 1;
        var at = scope.scratch().take(value.length);
        var to = at;
        for (var i = value.at + 1; i < end; i++) {
            var c = (int) Slab.byteAt(i);
            if (c == '\\') {
                c = ++i < end ? escaped(i, end) : -1;
                if (c < 0) return false;
                if (Slab.byteAt(i) == 'u') i += 4;
            }
            Slab.putByte(to++, (byte) c);
        }
        return value.text(at, to - at);
    }

    private static int escaped(int at, int end) {
        var letter = Slab.byteAt(at);
        if (letter != 'u')
            return letter == '/' || LETTERS.indexOf(letter) < 0 ? -1 : PLAIN.charAt(LETTERS.indexOf(letter));
        if (end - at < 5 || Slab.byteAt(at + 1) != '0' || Slab.byteAt(at + 2) != '0') return -1;
        var high = Digits.hex(Slab.byteAt(at + 3));
        var low = Digits.hex(Slab.byteAt(at + 4));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
