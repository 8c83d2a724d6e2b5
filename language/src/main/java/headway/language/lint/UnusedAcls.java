package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.language.draft.ProxyDraft;
import headway.language.syntax.Line;
import headway.language.syntax.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Named ACLs that no condition of their section names, nor the fetch {@code acl()}. */
final class UnusedAcls implements Lint {
    private static final Pattern FETCH = Pattern.compile("acl\\(([^)]*)\\)");

    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.all().filter(proxy -> !proxy.disabled).forEach(proxy -> check(proxy, out));
    }

    private static void check(ProxyDraft proxy, Diagnostics out) {
        Map<String, Line> declared = new LinkedHashMap<>();
        for (var line : proxy.lines) if (isAcl(line)) declared.putIfAbsent(line.word(1), line);
        if (declared.isEmpty()) return;
        var used = used(proxy);
        declared.forEach((name, line) -> {
            if (!used.contains(name))
                out.notice(
                        Code.UNUSED_ACL,
                        line.at(1),
                        "acl '" + name + "' is not used in " + proxy.title() + ": no condition names it.");
        });
    }

    private static boolean isAcl(Line line) {
        return line.word(0).equals("acl") && line.count() > 1;
    }

    /** Any word behind {@code if} or {@code unless} may be a name, with exclamation marks before it. */
    private static Set<String> used(ProxyDraft proxy) {
        var used = new HashSet<String>();
        for (var line : proxy.lines) {
            var condition = isAcl(line) ? -1 : Conditions.index(line);
            if (condition > 0)
                for (var word : line.words().subList(condition, line.count()))
                    used.add(word.text().replace("!", ""));
            line.words().stream()
                    .map(Word::text)
                    .filter(text -> text.contains("acl("))
                    .forEach(text -> {
                        var fetches = FETCH.matcher(text);
                        while (fetches.find())
                            for (var name : fetches.group(1).split(","))
                                used.add(name.replace("!", "").strip());
                    });
        }
        return used;
    }
}
