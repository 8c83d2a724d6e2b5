package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.language.draft.ProxyDraft;
import headway.language.model.Mode;
import headway.language.model.ProxyRules.Stage;

/** Timeouts that a section sets for something that it does not do; what it inherits is not looked at. */
final class UselessTimeouts implements Lint {
    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.enabled().forEach(proxy -> {
            var servers = proxy.back.servers;
            var isBackend = proxy.kind.isBackend() && !servers.isEmpty();
            if (isBackend && servers.stream().noneMatch(server -> server.check) && !asksAgents(proxy))
                tell(proxy, "timeout check", "no server has 'check'", out);
            if (isBackend && servers.stream().noneMatch(server -> server.maxConnections > 0))
                tell(proxy, "timeout queue", "no server has 'maxconn', so that nothing ever waits in a queue", out);
            // Of 'mode tcp' Notices tell.
            if (proxy.mode != Mode.TCP && !tarpits(proxy))
                tell(proxy, "timeout tarpit", "no rule of it has the action 'tarpit'", out);
        });
    }

    private static boolean tarpits(ProxyDraft proxy) {
        return proxy.rules.lines(Stage.HTTP_REQUEST).stream()
                .anyMatch(line -> line.word(1).equals("tarpit"));
    }

    /** Agents are asked within the time of checks too. */
    private static boolean asksAgents(ProxyDraft proxy) {
        return proxy.lines.stream()
                .flatMap(line -> line.words().stream())
                .anyMatch(word -> word.text().equals("agent-check"));
    }

    private static void tell(ProxyDraft proxy, String name, String why, Diagnostics out) {
        var at = proxy.own.get(name);
        if (at != null)
            out.notice(Code.USELESS_TIMEOUT, at, "'" + name + "' has no effect in " + proxy.title() + ": " + why + ".");
    }
}
