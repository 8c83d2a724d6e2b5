package headway.language.lint;

import headway.base.diagnostic.Diagnostics;
import java.util.List;

/**
 * All lints. What they say is a notice, since with {@code -dW} a warning is fatal and HAProxy passes these in silence; where it warns itself its words are used.
 * Each would rather miss something than speak of what is right.
 */
public final class Lints {
    private static final List<Lint> ALL = List.of(
            new RuleOrder(),
            new UnreachableRules(),
            new UnusedAcls(),
            new UnusedBackends(),
            new ShadowedChoices(),
            new SameAddresses(),
            new FieldCase(),
            new Redispatch(),
            new UselessTimeouts(),
            new Suspicions());

    private Lints() {}

    public static void check(Drafts drafts, Diagnostics out) {
        for (var lint : ALL) lint.check(drafts, out);
    }
}
