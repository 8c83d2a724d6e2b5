package headway.language.rule;

import headway.language.model.ProxyRules.Stage;
import java.util.List;
import java.util.Map;

/**
 * All that a proxy decides by rules, bound.
 *
 * @param formats what its log lines say
 */
public record ProxyRuleSets(
        Map<Stage, RuleSet> sets, List<BackendChoice> choices, Decisions decisions, ProxyFormats formats) {
    public ProxyRuleSets {
        sets = Map.copyOf(sets);
        choices = List.copyOf(choices);
    }

    public RuleSet set(Stage stage) {
        return sets.getOrDefault(stage, RuleSet.EMPTY);
    }
}
