package headway.traffic.convert;

import headway.language.sample.Text;
import headway.language.sample.TextCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a format of {@code strftime(3)}: letters behind percent signs, with flags, widths and the modifiers E and O. What is none of these stays as it is written. */
final class TimeFormatParser {
    private static final int WIDEST = 1024;
    private static final Text NOTHING = new Text(0, 0);

    /** Letters that stand for others. */
    private static final Map<Character, String> COMPOSED = Map.of(
            'c', "%a %b %e %H:%M:%S %Y",
            'D', "%m/%d/%y",
            'x', "%m/%d/%y",
            'F', "%Y-%m-%d",
            'r', "%I:%M:%S %p",
            'R', "%H:%M",
            'T', "%H:%M:%S",
            'X', "%H:%M:%S");

    /** The letters that may stand behind a modifier, which changes nothing in this locale. */
    private static final Map<Character, String> MODIFIED = Map.of('E', "cCxXyY", 'O', "deHImMSuUVwWy");

    /** Numbers, each with its usual width behind it. */
    private static final String NUMBERS = "C2d2g2G4H2I2j3m2M2S2u1U2V2w1W2y2Y1";
    /** Those that are filled up with blanks. */
    private static final String BLANK_NUMBERS = "e2k2l2s1";

    private final TextCursor text;
    private final boolean fractions;
    private final List<TimePart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    TimeFormatParser(String format, boolean fractions) {
        text = new TextCursor(format);
        this.fractions = fractions;
    }

    List<TimePart> parts() {
        while (!text.isAtEnd()) {
            var from = text.index();
            if (text.take() != '%' || !part((char) 0)) literal.append(text.since(from));
        }
        endLiteral();
        return parts;
    }

    private void endLiteral() {
        if (literal.isEmpty()) return;
        parts.add(TimePart.literal(literal.toString()));
        literal.setLength(0);
    }

    /** What follows a percent sign; false when it has no meaning. */
    private boolean part(char casesAround) {
        var pad = (char) 0;
        var cases = casesAround;
        while (!text.isAtEnd() && "_-0^#".indexOf(text.peek()) >= 0) {
            var flag = text.take();
            if (flag == '^' || flag == '#') cases = flag;
            else pad = flag;
        }
        var width = width();
        var letters = text.isAtEnd() ? null : MODIFIED.get(text.peek());
        if (letters != null) text.take();
        if (text.isAtEnd() || letters != null && letters.indexOf(text.peek()) < 0) return false;
        return letter(text.take(), pad, width, cases);
    }

    /** -1 when there is none. */
    private int width() {
        var width = -1;
        while (!text.isAtEnd() && Character.isDigit(text.peek()))
            width = Math.min(WIDEST, Math.max(width, 0) * 10 + text.take() - '0');
        return width;
    }

    private boolean letter(char letter, char pad, int width, char cases) {
        if ("%nt".indexOf(letter) >= 0) {
            literal.append(letter == 'n' ? '\n' : letter == 't' ? '\t' : '%');
            return true;
        }
        var composed = COMPOSED.get(letter);
        if (composed != null) {
            compose(composed, cases);
            return true;
        }
        return add(letter == 'h' ? 'b' : letter, pad, width, cases);
    }

    private void compose(String format, char cases) {
        endLiteral();
        for (var part : new TimeFormatParser(format, false).parts())
            parts.add(new TimePart(part.letter(), part.pad(), part.width(), cases == '^' ? '^' : 0, part.literal()));
    }

    private boolean add(char letter, char pad, int width, char cases) {
        var zeros = NUMBERS.indexOf(letter);
        var blanks = BLANK_NUMBERS.indexOf(letter);
        if (zeros >= 0 || blanks >= 0) {
            var usual = (zeros >= 0 ? NUMBERS.charAt(zeros + 1) : BLANK_NUMBERS.charAt(blanks + 1)) - '0';
            return add(new TimePart(
                    letter, pad != 0 ? pad : blanks >= 0 ? '_' : '0', Math.max(width, usual), (char) 0, NOTHING));
        }
        return switch (letter) {
            case 'a', 'A', 'b', 'B' -> add(new TimePart(letter, pad, width, cases == 0 ? 0 : '^', NOTHING));
            case 'p' -> add(new TimePart(letter, pad, width, cases == '#' ? '_' : 0, NOTHING));
            case 'P' -> add(new TimePart(letter, pad, width, '_', NOTHING));
            case 'Z' -> add(new TimePart(letter, pad, width, cases == '#' ? '_' : cases, NOTHING));
            case 'z' -> add(new TimePart(letter, '0', 0, (char) 0, NOTHING));
            case 'N' ->
                fractions && add(new TimePart(letter, '0', width < 1 || width > 9 ? 9 : width, (char) 0, NOTHING));
            default -> false;
        };
    }

    private boolean add(TimePart part) {
        endLiteral();
        return parts.add(part);
    }
}
