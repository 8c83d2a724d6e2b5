package headway.language.model;

import headway.language.syntax.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rules as written, those of the defaults first.
 *
 * @param acls the {@code acl} lines
 * @param decisions lines that decide outside of rule sets
 * @param limits {@code filter bwlim-*} lines
 * @param requestInspectDelayNanos {@code tcp-request inspect-delay}; -1 when unset
 * @param responseInspectDelayNanos {@code tcp-response inspect-delay}; -1 when unset
 * @param inherited which of the rules are those of the defaults
 */
public record ProxyRules(
        List<Line> acls,
        Map<Stage, List<Line>> lines,
        Map<Decision, List<Line>> decisions,
        List<BandwidthLimit> limits,
        long requestInspectDelayNanos,
        long responseInspectDelayNanos,
        Inherited inherited) {
    public ProxyRules {
        acls = List.copyOf(acls);
        var copy = new EnumMap<Stage, List<Line>>(Stage.class);
        lines.forEach((stage, list) -> copy.put(stage, List.copyOf(list)));
        lines = Map.copyOf(copy);
        decisions = Map.copyOf(decisions);
        limits = List.copyOf(limits);
    }

    public List<Line> lines(Stage stage) {
        return lines.getOrDefault(stage, List.of());
    }

    public List<Line> lines(Decision decision) {
        return decisions.getOrDefault(decision, List.of());
    }

    /**
     * What is from the defaults. HAProxy: their ACLs are seen by their own rules only.
     *
     * @param acls the {@code acl} lines
     * @param counts how many of a stage's lines, which stand first
     */
    public record Inherited(List<Line> acls, Map<Stage, Integer> counts) {
        public Inherited {
            acls = List.copyOf(acls);
            counts = Map.copyOf(counts);
        }

        public int count(Stage stage) {
            return counts.getOrDefault(stage, 0);
        }
    }

    /** What a line with a condition decides that belongs to no rule set. */
    public enum Decision {
        REDIRECT,
        MONITOR_FAIL,
        USE_SERVER,
        /** {@code force-persist} and {@code ignore-persist}, whose order matters. */
        PERSIST,
        /** {@code force-be-switch}. */
        FORCE_SWITCH
    }

    /** When a rule set runs. */
    public enum Stage {
        TCP_REQUEST_CONNECTION("tcp-request connection"),
        TCP_REQUEST_SESSION("tcp-request session"),
        TCP_REQUEST_CONTENT("tcp-request content"),
        TCP_RESPONSE_CONTENT("tcp-response content"),
        HTTP_REQUEST("http-request"),
        HTTP_RESPONSE("http-response"),
        HTTP_AFTER_RESPONSE("http-after-response");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        /** As rules of it begin. */
        public String words() {
            return words;
        }
    }
}
