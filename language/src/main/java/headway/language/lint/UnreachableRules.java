package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.draft.ProxyDraft;
import headway.language.model.ProxyRules.Stage;
import headway.language.syntax.Line;
import java.util.Map;
import java.util.Set;

/**
 * Rules behind one that is always followed and ends their rule set. HAProxy warns of the very next rule of the same section, and only of HTTP's actions that it counts
 * as final; all else that can never run is our notice, one for a rule set.
 */
final class UnreachableRules implements Lint {
    /** As watched: {@code reject} and {@code silent-drop} are not among them. */
    private static final Map<Stage, Set<String>> WARNED = Map.of(
            Stage.HTTP_REQUEST, Set.of("allow", "deny", "tarpit", "redirect", "return", "auth"),
            Stage.HTTP_RESPONSE, Set.of("allow", "deny", "redirect", "return"),
            Stage.HTTP_AFTER_RESPONSE, Set.of("allow"));

    private static final Set<String> FINAL =
            Set.of("accept", "reject", "close", "allow", "deny", "tarpit", "redirect", "return", "auth", "silent-drop");

    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.all().filter(proxy -> !proxy.disabled).forEach(proxy -> {
            for (var stage : Stage.values()) check(proxy, stage, out);
        });
    }

    private static void check(ProxyDraft proxy, Stage stage, Diagnostics out) {
        var lines = proxy.rules.lines(stage);
        var defaults = proxy.defaults;
        var own = defaults == null ? 0 : defaults.rules.lines(stage).size();
        var told = false;
        Line end = null;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var isNext = i > own && ends(lines.get(i - 1), stage, WARNED.getOrDefault(stage, Set.of()));
            if (isNext) warn(line, stage, out);
            else if (end != null && i >= own && !told)
                notice(line, stage.words(), end, Conditions.whyAlways(end, proxy), out);
            told |= isNext || end != null && i >= own;
            if (end == null
                    && isOf(line, stage, FINAL)
                    && !Conditions.whyAlways(line, proxy).isEmpty()) end = line;
        }
    }

    private static void warn(Line line, Stage stage, Diagnostics out) {
        out.add(
                Severity.WARNING,
                Code.UNREACHABLE_RULE,
                line.position(),
                "previous '" + stage.words()
                        + "' action is final and has no condition attached, further entries are NOOP.",
                "");
    }

    private static void notice(Line line, String rule, Line end, String why, Diagnostics out) {
        out.notice(
                Code.UNREACHABLE_RULE,
                line.position(),
                "this '" + rule + "' rule is never reached: '"
                        + end.from(0) + "' [" + end.position()
                        + "] " + why + " and ends the rule set.");
    }

    private static boolean ends(Line line, Stage stage, Set<String> actions) {
        return isOf(line, stage, actions) && Conditions.isUnconditional(line);
    }

    private static boolean isOf(Line line, Stage stage, Set<String> actions) {
        return actions.contains(line.word(stage.words().split(" ").length));
    }
}
