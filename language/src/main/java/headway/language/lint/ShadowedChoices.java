package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.draft.ProxyDraft;
import headway.language.syntax.Line;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** {@code use_backend} rules, and a {@code default_backend}, that an earlier rule leaves nothing to. */
final class ShadowedChoices implements Lint {
    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.enabled().filter(proxy -> proxy.kind.isFrontend()).forEach(proxy -> check(proxy, out));
    }

    private static void check(ProxyDraft proxy, Diagnostics out) {
        var conditions = new HashMap<String, Line>();
        @Nullable Line last = null;
        for (var rule : proxy.front.useBackends) {
            var line = rule.line();
            if (last != null) {
                tell(line.position(), "this 'use_backend'", Conditions.whyAlways(last, proxy), last, out);
                return;
            }
            // A name that is made at run time may name no backend, and then the next rule is asked.
            if (rule.dynamic()) continue;
            var twin = conditions.putIfAbsent(line.from(2), line);
            if (!Conditions.whyAlways(line, proxy).isEmpty()) last = line;
            else if (twin != null) tell(line.position(), "this 'use_backend'", "has the same condition", twin, out);
        }
        var otherwise = proxy.own.get("default_backend");
        if (last != null && otherwise != null)
            tell(otherwise, "'default_backend'", Conditions.whyAlways(last, proxy), last, out);
    }

    private static void tell(Position at, String what, String why, Line earlier, Diagnostics out) {
        out.notice(
                Code.SHADOWED_CHOICE,
                at,
                what + " is never reached: '" + earlier.from(0) + "' [" + earlier.position() + "] stands before it and "
                        + why + ".");
    }
}
