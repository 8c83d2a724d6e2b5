package headway.traffic.action;

import headway.base.catalog.Catalog;
import headway.base.catalog.Subjects;
import headway.language.known.KnownNames;
import headway.language.rule.ActionEntry;
import headway.language.rule.RuleLanguage;
import headway.language.sample.Vocabulary;
import headway.traffic.alias.Aliases;
import headway.traffic.convert.Converters;
import headway.traffic.fetch.Fetches;
import java.util.List;

/** All actions. */
public final class Actions {
    private Actions() {}

    public static Catalog<ActionEntry> catalog() {
        return new Catalog<>("action", Actions.class, "actions", new Tables(), KnownNames.ACTIONS);
    }

    /** All tables from which rules are made. */
    public static RuleLanguage language() {
        return new RuleLanguage(new Vocabulary(Fetches.catalog(), Converters.catalog(), Aliases.catalog()), catalog());
    }

    private static final class Tables implements Subjects<ActionEntry> {
        @Override
        public List<String> all() {
            return List.of(
                    "verdict",
                    "reply",
                    "field",
                    "variable",
                    "line",
                    "replace",
                    "body",
                    "redirect",
                    "setting",
                    "socket",
                    "address",
                    "capture",
                    "wait",
                    "client",
                    "normalize",
                    "binary",
                    "auth",
                    "pattern",
                    "rate");
        }

        @Override
        public List<ActionEntry> table(String subject) {
            return switch (subject) {
                case "verdict" -> VerdictActions.TABLE;
                case "reply" -> ReplyActions.TABLE;
                case "field" -> FieldActions.TABLE;
                case "variable" -> VariableActions.TABLE;
                case "line" -> LineActions.TABLE;
                case "replace" -> ReplaceActions.TABLE;
                case "body" -> BodyActions.TABLE;
                case "redirect" -> RedirectActions.TABLE;
                case "setting" -> SettingActions.TABLE;
                case "socket" -> SocketActions.TABLE;
                case "address" -> AddressActions.TABLE;
                case "capture" -> CaptureActions.TABLE;
                case "wait" -> WaitActions.TABLE;
                case "client" -> ClientActions.TABLE;
                case "rate" -> RateActions.TABLE;
                case "auth" -> AuthActions.TABLE;
                case "binary" -> BinaryFieldActions.TABLE;
                case "normalize" -> NormalizeActions.TABLE;
                case "pattern" -> PatternActions.TABLE;
                default -> throw new IllegalArgumentException(subject);
            };
        }
    }
}
