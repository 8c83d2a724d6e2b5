package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.language.draft.ProxyDraft;
import headway.language.model.Proxy;
import headway.language.syntax.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Backends that no frontend leads to and no expression, table or check names. Silent as soon as a name is made at run time. */
final class UnusedBackends implements Lint {
    /** The word behind these names a proxy, perhaps with a server behind a slash. */
    private static final Set<String> NAMING = Set.of("table", "track", "default_backend", "use_backend", "proxy");

    @Override
    public void check(Drafts drafts, Diagnostics out) {
        var frontends =
                drafts.enabled().filter(proxy -> proxy.kind.isFrontend()).toList();
        var isDynamic =
                frontends.stream().flatMap(f -> f.front.useBackends.stream()).anyMatch(rule -> rule.dynamic());
        if (frontends.isEmpty() || isDynamic) return;
        var named = new HashSet<String>();
        drafts.all().forEach(proxy -> proxy.lines.forEach(line -> names(line, named)));
        drafts.enabled().filter(proxy -> proxy.kind == Proxy.Kind.BACKEND).forEach(backend -> {
            if (!named.contains(backend.name)) tell(backend, out);
        });
    }

    private static void tell(ProxyDraft backend, Diagnostics out) {
        out.notice(
                Code.UNUSED_BACKEND,
                backend.position,
                "backend '" + backend.name
                        + "' is never reached: no 'use_backend' and no 'default_backend' of a frontend names it.");
    }

    private static void names(Line line, Set<String> into) {
        for (var i = 0; i < line.count(); i++) {
            var text = line.word(i);
            if (i > 0 && NAMING.contains(line.word(i - 1))) into.add(text.split("/")[0]);
            if (text.indexOf('(') >= 0 || text.startsWith("backend@"))
                into.addAll(List.of(text.split("[^A-Za-z0-9_.:-]+")));
        }
    }
}
