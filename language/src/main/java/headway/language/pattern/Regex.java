package headway.language.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import headway.base.diagnostic.Position;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Digits;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression. One byte is one character, as it is to HAProxy. RE2 matches in linear time whatever the value is; what it does not know (back-references,
 * look-around, possessive repetition) goes to the JDK's engine, which takes steps back and is stopped when there are too many of them.
 *
 * <p>Matching copies the value, so a condition with a regular expression allocates.
 */
public final class Regex {
    /** More would cost more memory than a configuration should by mistake. */
    private static final int LONGEST = 1 << 16;

    private final Engine engine;
    private final boolean isLinear;

    private Regex(Engine engine, boolean isLinear) {
        this.engine = engine;
        this.isLinear = isLinear;
    }

    /** What has compiled it. */
    interface Engine {
        /** The places where the value and its groups match from there on, begin and end of each; none when it does not. */
        int[] find(String value, int from);
    }

    public static Regex compile(String text, boolean ignoresCase) throws BindException {
        if (text.length() > LONGEST || RegexSize.of(text) > LONGEST)
            throw new BindException("regex '" + shown(text) + "' is too large");
        try {
            return new Regex(re2(text, ignoresCase), true);
        } catch (com.google.re2j.PatternSyntaxException e) {
            return new Regex(jdk(text, ignoresCase, e.getDescription()), false);
        } catch (StackOverflowError e) {
            throw new BindException("regex '" + shown(text) + "' is nested too deeply");
        }
    }

    /** One that stands in a line of the configuration, which is told of when it is slow. */
    public static Regex compile(Binding binding, String text, boolean ignoresCase) throws BindException {
        var regex = compile(text, ignoresCase);
        if (!regex.isLinear) PatternStore.tellSlow(Position.NOWHERE, text, binding.diagnostics());
        return regex;
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    private static Engine re2(String text, boolean ignoresCase) {
        if (ignoresCase) {
            var engine = re2(CaselessOctets.pattern(text), Pattern.CASE_INSENSITIVE);
            return (value, from) -> engine.find(CaselessOctets.value(value), from);
        }
        return re2(text, 0);
    }

    private static Engine re2(String text, int flags) {
        var pattern = Pattern.compile(text, flags);
        var seesWords = text.matches("(?s).*\\\\[bB].*") && text.indexOf('^') < 0 && !text.contains("\\A");
        return (value, from) -> {
            // As watched: a word may begin behind a match that was replaced, whatever that was.
            var base = seesWords ? from : 0;
            var matcher = pattern.matcher(value.substring(base));
            return matcher.find(from - base) ? places(matcher, base) : NOTHING;
        };
    }

    private static int[] places(Matcher matcher, int base) {
        var places = new int[2 * matcher.groupCount() + 2];
        for (var i = 0; i <= matcher.groupCount(); i++) {
            places[2 * i] = matcher.start(i) < 0 ? -1 : base + matcher.start(i);
            places[2 * i + 1] = matcher.start(i) < 0 ? -1 : base + matcher.end(i);
        }
        return places;
    }

    private static Engine jdk(String text, boolean ignoresCase, String otherwise) throws BindException {
        try {
            return new SteppingRegex(text, ignoresCase);
        } catch (PatternSyntaxException e) {
            throw new BindException("regex '" + shown(text) + "' is invalid (error=" + otherwise + ")");
        } catch (StackOverflowError e) {
            throw new BindException("regex '" + shown(text) + "' is nested too deeply");
        }
    }

    static final int[] NOTHING = {};

    /** False when a hostile value could make it slow, but for the bound on its steps. */
    public boolean isLinear() {
        return isLinear;
    }

    /** Whether it matches anywhere in the value. */
    public boolean find(String value) {
        return find(value, 0).length > 0;
    }

    /** Where the value and its groups match from there on, begin and end of each (-1 for a group that does not); empty when it does not. */
    public int[] find(String value, int from) {
        return engine.find(value, from);
    }

    /** Appends the template with {@code \0} to {@code \9} replaced by what was found there and {@code \x41} by that byte, as watched. */
    public static void expand(String value, int[] places, String template, StringBuilder out) {
        for (var i = 0; i < template.length(); i++) {
            var c = template.charAt(i);
            if (c != '\\' || i + 1 == template.length()) {
                out.append(c);
                continue;
            }
            c = template.charAt(++i);
            if (c == 'x' && isHex(template, i + 1)) {
                out.append((char) Integer.parseInt(template, i + 1, i + 3, 16));
                i += 2;
            } else if (c < '0' || c > '9') {
                out.append(c);
            } else {
                group(value, places, c - '0', out);
            }
        }
    }

    /** The template as {@link #expand(String, int[], String, StringBuilder)} has it for the first match; the template itself when there is none. */
    public String expand(String value, String template) {
        var places = find(value, 0);
        if (places.length == 0) return template;
        var out = new StringBuilder();
        expand(value, places, template, out);
        return out.toString();
    }

    private static boolean isHex(String text, int at) {
        return at + 2 <= text.length() && Digits.hex(text.charAt(at)) >= 0 && Digits.hex(text.charAt(at + 1)) >= 0;
    }

    private static void group(String value, int[] places, int group, StringBuilder out) {
        if (2 * group < places.length && places[2 * group] >= 0)
            out.append(value, places[2 * group], places[2 * group + 1]);
    }
}
