package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import headway.language.syntax.Line;
import java.util.Locale;
import java.util.Set;

/** Comparisons with names of fields in capital letters: HAProxy has these names in small letters only, so that such a test never matches. */
final class FieldCase implements Lint {
    /** Fetches whose text is made of names; of the second kind a pattern has the name up to its colon. */
    private static final Set<String> NAMES = Set.of("req.hdr_names", "res.hdr_names");

    private static final Set<String> HEADS = Set.of("req.hdrs", "res.hdrs");

    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.all().filter(proxy -> !proxy.disabled).forEach(proxy -> check(proxy, out));
    }

    private static void check(ProxyDraft proxy, Diagnostics out) {
        for (var line : proxy.lines) {
            if (line.word(0).equals("acl")) test(line, 2, out);
            for (var i = 1; i < line.count(); i++) if (line.word(i).endsWith("{")) test(line, i + 1, out);
        }
    }

    private static void test(Line line, int at, Diagnostics out) {
        var criterion = line.word(at);
        var fetch = criterion.split("[(,]", 2)[0];
        // A converter behind it may change the case.
        if (!NAMES.contains(fetch) && !HEADS.contains(fetch)
                || criterion.replaceFirst("\\([^)]*\\)", "").contains(",")) return;
        for (var i = at + 1; i < line.count() && !line.word(i).equals("}"); i++) {
            var word = line.word(i);
            if (word.equals("-i") || word.equals("-f") || word.equals("-M")) return;
            if (word.equals("-m")) i++;
            else if (!word.startsWith("-")) pattern(line.at(i), word, HEADS.contains(fetch), out);
        }
    }

    private static void pattern(Position at, String word, boolean isHead, Diagnostics out) {
        var colon = word.indexOf(':');
        var name = isHead ? word.substring(0, Math.max(colon, 0)) : word;
        var small = name.toLowerCase(Locale.ROOT);
        if (!name.equals(small))
            out.notice(
                    Code.FIELD_CASE,
                    at,
                    "'" + name + "' never matches here: names of fields are in small letters, write '" + small
                            + "' or use '-i'.");
    }
}
