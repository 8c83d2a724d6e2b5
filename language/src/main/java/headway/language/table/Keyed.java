package headway.language.table;

import headway.language.model.Balance;
import headway.language.syntax.Mistake;
import org.jspecify.annotations.Nullable;

/** The algorithms of {@code balance} that hash something of the request. */
final class Keyed {
    private Keyed() {}

    /**
     * @param word the algorithm
     * @return null when it is none of these
     */
    static @Nullable Balance read(String word, Arguments words) throws Mistake {
        return switch (word) {
            case "uri" -> uri(words);
            case "url_param" -> parameter(words);
            case "hash" -> hash(words);
            case "rdp-cookie" -> new Balance.RdpCookie("mstshash");
            default -> named(word, words);
        };
    }

    private static @Nullable Balance named(String word, Arguments words) throws Mistake {
        if (word.startsWith("hdr(")) {
            var name = inside(word, "hdr(");
            if (name.isEmpty()) throw words.mistake("balance hdr requires an http header field name.");
            return header(word, name, words);
        }
        if (!word.startsWith("rdp-cookie(")) return null;
        var name = inside(word, "rdp-cookie(");
        if (name.isEmpty()) throw words.mistake("balance rdp-cookie : missing cookie name.");
        return new Balance.RdpCookie(name);
    }

    /** What stands in the parentheses; empty when they do not close. */
    private static String inside(String word, String prefix) {
        var end = word.indexOf(')');
        return end < 0 ? "" : word.substring(prefix.length(), end);
    }

    private static Balance uri(Arguments words) throws Mistake {
        var length = 0;
        var depth = 0;
        var whole = false;
        var pathOnly = false;
        while (words.has()) {
            if (words.takes("len")) length = positive("len", words);
            else if (words.takes("depth")) depth = positive("depth", words);
            else if (words.takes("whole")) whole = true;
            else if (words.takes("path-only")) pathOnly = true;
            else
                throw words.mistake(
                        "balance uri only accepts parameters 'len', 'depth', 'path-only', and 'whole' (got '"
                                + words.next() + "').");
        }
        return new Balance.Uri(length, depth, whole, pathOnly);
    }

    private static int positive(String name, Arguments words) throws Mistake {
        var word = words.next();
        var isNumber = !word.isEmpty() && word.length() < 10 && word.chars().allMatch(Character::isDigit);
        var number = isNumber ? Integer.parseInt(word) : 0;
        if (number > 0) return number;
        throw words.mistake("balance uri : '" + name + "' expects a positive integer (got '" + word + "').");
    }

    private static Balance parameter(Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("balance url_param requires an URL parameter name.");
        var name = words.next();
        if (!words.has()) return new Balance.UrlParameter(name, false);
        if (!words.takes("check_post"))
            throw words.mistake("balance url_param only accepts 'check_post' modifier (got '" + words.next() + "').");
        // Formerly how much of the body was to be waited for; HAProxy ignores it by now.
        words.rest();
        return new Balance.UrlParameter(name, true);
    }

    private static Balance header(String word, String name, Arguments words) throws Mistake {
        if (!words.has()) return new Balance.Header(name, false);
        if (!words.takes("use_domain_only"))
            throw words.mistake(
                    "balance " + word + " only accepts 'use_domain_only' modifier (got '" + words.next() + "').");
        return new Balance.Header(name, true);
    }

    private static Balance hash(Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("balance hash requires a sample expression.");
        var at = words.index();
        words.next();
        if (words.has()) throw words.mistake("balance hash takes no other argument (got '" + words.next() + "').");
        return new Balance.Hash(words.line(), at);
    }
}
