package headway.language.pattern;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a regular expression of PCRE's as the JDK's engine reads it. What that engine cannot do (recursion, conditions, verbs) stays, and is refused there. */
final class SteppingSyntax {
    private static final Pattern CLASS = Pattern.compile("\\[:(\\^?)([a-z]+):]");
    private static final Pattern COUNT = Pattern.compile("\\{\\d+(,\\d*)?}");
    private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?(?:P?<|')([A-Za-z_]\\w*)[>']");
    private static final Pattern NAMED_REFERENCE =
            Pattern.compile("\\(\\?P=(\\w+)\\)|\\\\[gk]\\{([A-Za-z_]\\w*)}|\\\\k[<']([A-Za-z_]\\w*)[>']");
    private static final Pattern NUMBERED_REFERENCE =
            Pattern.compile("\\\\(?:g\\{(-?\\d{1,2})}|g(-?\\d{1,2})|([1-9]\\d?))");

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private int at;
    /** Groups that have begun, with the one that stands for {@code \K}. */
    private int groups;
    /** The number of the group that stands for {@code \K}, or 0. */
    private int kept;

    SteppingSyntax(String text) {
        this.text = text;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '\\' -> escape();
                case '[' -> set();
                case '(' -> group();
                case '{' -> count();
                default -> copy(1);
            }
        }
    }

    String translated() {
        return out.toString();
    }

    /** The group at which what matches begins, since {@code \K} stands there; 0 when there is none. */
    int kept() {
        return kept;
    }

    private void copy(int length) {
        var end = Math.min(text.length(), at + length);
        out.append(text, at, end);
        at = end;
    }

    private void put(String translated, int length) {
        out.append(translated);
        at += length;
    }

    private void escape() {
        var name = NAMED_REFERENCE.matcher(text).region(at, text.length());
        var number = NUMBERED_REFERENCE.matcher(text).region(at, text.length());
        if (text.startsWith("\\Q", at)) {
            var end = text.indexOf("\\E", at);
            copy(end < 0 ? text.length() : end + 2 - at);
        } else if (text.startsWith("\\K", at) && kept == 0) {
            kept = ++groups;
            put("()", 2);
        } else if (name.lookingAt()) {
            put("\\k<" + name(given(name)) + ">", name.end() - at);
        } else if (number.lookingAt()) {
            // In a group of its own, so that a digit behind it does not belong to it.
            put("(?:\\" + group(Integer.parseInt(given(number))) + ")", number.end() - at);
        } else {
            copy(2);
        }
    }

    /** The one group that has matched. */
    private static String given(Matcher found) {
        for (var i = 1; i < found.groupCount(); i++) if (found.group(i) != null) return found.group(i);
        return found.group(found.groupCount());
    }

    /** As the group is counted here. */
    private int group(int number) {
        if (number < 0) return groups + 1 + number;
        return kept > 0 && number >= kept ? number + 1 : number;
    }

    /** The JDK's names have no underscores. */
    private static String name(String name) {
        return "n" + name.replace("_", "0");
    }

    private void group() {
        var named = NAMED_GROUP.matcher(text).region(at, text.length());
        var reference = NAMED_REFERENCE.matcher(text).region(at, text.length());
        if (named.lookingAt()) {
            groups++;
            put("(?<" + name(named.group(1)) + ">", named.end() - at);
        } else if (reference.lookingAt()) {
            put("\\k<" + name(given(reference)) + ">", reference.end() - at);
        } else if (text.startsWith("(?#", at)) {
            var end = text.indexOf(')', at);
            at = end < 0 ? text.length() : end + 1;
        } else {
            if (!text.startsWith("(?", at)) groups++;
            copy(1);
        }
    }

    /** A brace that begins no count stands for itself. */
    private void count() {
        var count = COUNT.matcher(text).region(at, text.length());
        if (count.lookingAt()) copy(count.end() - at);
        else put("\\{", 1);
    }

    private void set() {
        copy(text.startsWith("[^", at) ? 2 : 1);
        if (text.startsWith("]", at)) put("\\]", 1);
        while (at < text.length() && text.charAt(at) != ']') {
            var named = CLASS.matcher(text).region(at, text.length());
            if (named.lookingAt()) put(named(named.group(1), named.group(2)), named.end() - at);
            else if (text.startsWith("\\b", at)) put("\\x08", 2);
            else if (text.charAt(at) == '\\') copy(2);
            // Sets within sets, and their intersections, are the JDK's alone.
            else if (text.charAt(at) == '[' || text.charAt(at) == '&') put("\\" + text.charAt(at), 1);
            else copy(1);
        }
        copy(1);
    }

    private static String named(String not, String posix) {
        if (posix.equals("word")) return not.isEmpty() ? "\\w" : "\\W";
        var name =
                switch (posix) {
                    case "xdigit" -> "XDigit";
                    case "ascii" -> "ASCII";
                    default -> posix.substring(0, 1).toUpperCase(Locale.ROOT) + posix.substring(1);
                };
        return "\\" + (not.isEmpty() ? "p" : "P") + "{" + name + "}";
    }
}
