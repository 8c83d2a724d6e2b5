package headway.language.draft;

import headway.language.model.BandwidthLimit;
import headway.language.model.ProxyRules;
import headway.language.model.ProxyRules.Decision;
import headway.language.model.ProxyRules.Stage;
import headway.language.syntax.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules as they are written. */
public final class RulesDraft {
    private final List<Line> acls = new ArrayList<>();
    /** Those of the defaults are for their own rules only. */
    private List<Line> inheritedAcls = List.of();

    private final Map<Stage, Integer> inherited = new EnumMap<>(Stage.class);
    private final Map<Stage, List<Line>> lines = new EnumMap<>(Stage.class);
    private final Map<Decision, List<Line>> decisions = new EnumMap<>(Decision.class);
    public final List<BandwidthLimit> limits = new ArrayList<>();
    public long requestInspectDelayNanos = -1;
    public long responseInspectDelayNanos = -1;

    RulesDraft(@Nullable RulesDraft defaults) {
        if (defaults == null) return;
        inheritedAcls = defaults.acls;
        defaults.lines.forEach((stage, list) -> {
            lines.put(stage, new ArrayList<>(list));
            inherited.put(stage, list.size());
        });
        requestInspectDelayNanos = defaults.requestInspectDelayNanos;
        responseInspectDelayNanos = defaults.responseInspectDelayNanos;
    }

    /** The lines of a stage so far. */
    public List<Line> lines(Stage stage) {
        return lines.getOrDefault(stage, List.of());
    }

    public void addAcl(Line line) {
        acls.add(line);
    }

    public void add(Stage stage, Line line) {
        lines.computeIfAbsent(stage, _ -> new ArrayList<>()).add(line);
    }

    public void add(Decision decision, Line line) {
        decisions.computeIfAbsent(decision, _ -> new ArrayList<>()).add(line);
    }

    public boolean has(Stage stage) {
        return lines.containsKey(stage);
    }

    public ProxyRules done() {
        return new ProxyRules(
                acls,
                lines,
                decisions,
                limits,
                requestInspectDelayNanos,
                responseInspectDelayNanos,
                new ProxyRules.Inherited(inheritedAcls, inherited));
    }
}
