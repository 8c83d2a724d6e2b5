package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.language.draft.ProxyDraft;
import headway.language.draft.ServerDraft;
import headway.language.syntax.Line;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

/** Two servers of a backend on one address, none of them backup, disabled, or reached in a way of its own. */
final class SameAddresses implements Lint {
    /** With one of these the same address may be another server. */
    private static final Set<String> WAYS =
            Set.of("source", "namespace", "sni", "proto", "socks4", "redir", "interface");

    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.enabled().filter(proxy -> proxy.kind.isBackend()).forEach(proxy -> check(proxy, out));
    }

    private static void check(ProxyDraft proxy, Diagnostics out) {
        var special = new HashSet<ServerDraft>();
        for (var server : proxy.back.servers) if (server.backup || server.disabled) special.add(server);
        var byAddress = new HashMap<String, Line>();
        for (var line : proxy.lines) {
            if (!line.word(0).equals("server") || isSpecial(line, special)) continue;
            var twin = byAddress.putIfAbsent(line.word(2), line);
            if (twin != null)
                out.notice(
                        Code.SAME_ADDRESS,
                        line.at(2),
                        "servers '" + twin.word(1) + "' [" + twin.position() + "] and '" + line.word(1) + "' of "
                                + proxy.title() + " have the same address '" + line.word(2)
                                + "' and none of them is 'backup' or 'disabled': it gets twice its share, and when it fails both do.");
        }
    }

    private static boolean isSpecial(Line line, Set<ServerDraft> special) {
        return line.words().stream().anyMatch(word -> WAYS.contains(word.text()))
                || special.stream().anyMatch(server -> server.name.equals(line.word(1)));
    }
}
