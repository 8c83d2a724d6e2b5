package headway.app.dump;

import headway.language.known.KnownNames;
import headway.language.syntax.Line;
import headway.language.syntax.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines that do not tell whose they are: of each word what is no word of HAProxy's language and no number becomes six digits that depend on the key, the
 * same for the same text. A line ends before what is a secret. A name that is also a word of the language stays.
 */
final class Anonymiser {
    /** What follows these is for nobody. */
    private static final Set<String> SECRET = Set.of(
            "password",
            "insecure-password",
            "auth",
            "crt",
            "ca-file",
            "key",
            "crl-file",
            "setenv",
            "presetenv",
            "tls-ticket-keys",
            "ca-sign-pass",
            "secret",
            "description",
            "node");

    private static final List<KnownNames> LISTS = List.of(
            KnownNames.SECTIONS,
            KnownNames.PROXY,
            KnownNames.GLOBAL,
            KnownNames.SECTION_KEYWORDS,
            KnownNames.BIND_OPTIONS,
            KnownNames.SERVER_OPTIONS,
            KnownNames.BALANCE,
            KnownNames.ACTIONS,
            KnownNames.ACTION_PAIRS,
            KnownNames.FETCHES,
            KnownNames.CONVERTERS,
            KnownNames.ACL_KEYWORDS,
            KnownNames.PREDEFINED_ACLS,
            KnownNames.LOG_ALIASES,
            KnownNames.STICK_TABLE_DATA);

    private static final String OTHERS =
            "password insecure-password if unless or http tcp log from status deny_status code location prefix hdr string lf-string file"
                    + " lf-file errorfile errorfiles content-type default-errorfiles int str beg sub reg dir dom end len found bool bin ip eq ne"
                    + " ge gt le lt on off all none never always safe aggressive conn-failure local0 local1 local2 local3 local4 local5"
                    + " local6 local7 emerg alert crit err warning notice info debug stdout stderr admin operator user txn req res sess proc";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]+|[\\x80-\\xff]+");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z]?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(us|ms|[smhdkKMGg])?");

    private final long key;
    private @Nullable Set<String> known;

    Anonymiser(long key) {
        this.key = key;
    }

    List<String> words(Line line) {
        if (key == 0) return line.words().stream().map(Word::text).toList();
        var words = new ArrayList<String>();
        for (var word : line.words()) {
            words.add(word(word.text()));
            if (SECRET.contains(word.text())) return words;
        }
        return words;
    }

    private String word(String text) {
        if (FLAG.matcher(text).matches()) return text;
        var v6 = V6.matcher(text).replaceAll(found -> hash(found.group()));
        return TOKEN.matcher(v6).replaceAll(found -> Matcher.quoteReplacement(token(found.group(), text, v6)));
    }

    /** What was hashed as an address is not hashed again. */
    private String token(String token, String text, String v6) {
        var isDone = !text.equals(v6) && token.length() == 6 && !text.contains(token);
        return isDone || NUMBER.matcher(token).matches() || known().contains(token) ? token : hash(token);
    }

    private String hash(String text) {
        var sum = new CRC32C();
        sum.update((key + "/" + text).getBytes(StandardCharsets.ISO_8859_1));
        return "%06x".formatted(sum.getValue() & 0xffffff);
    }

    private Set<String> known() {
        var now = known;
        if (now != null) return now;
        var words = new HashSet<>(List.of(OTHERS.split(" ")));
        for (var list : LISTS) for (var name : list.names()) words.addAll(List.of(name.split("[ *(]")));
        known = words;
        return words;
    }
}
