package headway.language.pattern;

import headway.language.sample.Digits;

/**
 * To HAProxy only the letters of ASCII have two cases, to RE2 those of Latin 1 as well. So the octets from 128 on are moved, in patterns and in values, to the nearest 128
 * characters that have none (U+0590 and on). Their order stays, so ranges mean what they meant; a range that folds costs by its width, so it should not be far.
 */
final class CaselessOctets {
    private static final int FIRST = 0x80;
    private static final int MOVED = 0x510;

    private CaselessOctets() {}

    /** The value; the same one as long as it is ASCII. */
    static String value(String value) {
        for (var i = 0; i < value.length(); i++) if (value.charAt(i) >= FIRST) return moved(value);
        return value;
    }

    private static String moved(String value) {
        var moved = value.toCharArray();
        for (var i = 0; i < moved.length; i++) if (moved[i] >= FIRST) moved[i] = (char) (moved[i] + MOVED);
        return new String(moved);
    }

    /** The pattern, with {@code \\xc3} as the octet that it stands for. */
    static String pattern(String text) {
        if (text.indexOf('\\') < 0) return value(text);
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\' || i + 1 == text.length()) {
                out.append(text.charAt(i));
            } else if (isHighOctet(text, i + 1)) {
                out.append((char) Integer.parseInt(text, i + 2, i + 4, 16));
                i += 3;
            } else {
                out.append('\\').append(text.charAt(++i));
            }
        }
        return value(out.toString());
    }

    private static boolean isHighOctet(String text, int at) {
        return text.charAt(at) == 'x'
                && at + 2 < text.length()
                && Digits.hex(text.charAt(at + 1)) >= 8
                && Digits.hex(text.charAt(at + 2)) >= 0;
    }
}
