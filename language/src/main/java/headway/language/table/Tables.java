package headway.language.table;

import headway.base.catalog.Catalog;
import headway.base.catalog.Subjects;
import headway.language.draft.BindDraft;
import headway.language.draft.ErrorsDraft;
import headway.language.draft.GlobalDraft;
import headway.language.draft.LogForwardDraft;
import headway.language.draft.LogProfileDraft;
import headway.language.draft.ProxyDraft;
import headway.language.draft.RingDraft;
import headway.language.draft.ServerDraft;
import headway.language.draft.UserListDraft;
import headway.language.known.KnownNames;
import java.util.List;
import java.util.Set;

/** The catalogs of the configuration's own keywords. */
public record Tables(
        Catalog<Directive<GlobalDraft>> global,
        Catalog<Directive<ProxyDraft>> proxy,
        Catalog<Directive<BindDraft>> bind,
        Catalog<Directive<ServerDraft>> server,
        Catalog<Directive<ErrorsDraft>> errors,
        Catalog<Directive<UserListDraft>> userLists,
        Catalog<Directive<RingDraft>> ring,
        Catalog<Directive<LogForwardDraft>> logForward,
        Catalog<Directive<LogProfileDraft>> logProfile) {

    /** New catalogs; none of their tables is built before one of its names is asked for. */
    public static Tables create() {
        return new Tables(
                new Catalog<>("global keyword", Tables.class, "global", new GlobalSubjects(), KnownNames.GLOBAL),
                new Catalog<>("proxy keyword", Tables.class, "proxy", new ProxySubjects(), KnownNames.PROXY),
                new Catalog<>("bind option", Tables.class, "bind-options", new BindSubjects(), KnownNames.BIND_OPTIONS),
                new Catalog<>(
                        "server option",
                        Tables.class,
                        "server-options",
                        new ServerSubjects(),
                        KnownNames.SERVER_OPTIONS),
                of("http-errors", "errors", ErrorsTable.TABLE),
                of("userlist", "userlist", UserListTable.TABLE),
                of("ring", "ring", RingTable.TABLE),
                of("log-forward", "log-forward", LogForwardTable.TABLE),
                of("log-profile", "log-profile", LogProfileTable.TABLE));
    }

    /** A section with one table. */
    private static <D> Catalog<Directive<D>> of(String section, String subject, List<Directive<D>> table) {
        return new Catalog<>(section + " keyword", Tables.class, section, new OneSubject<>(subject, table), Set::of);
    }

    private record OneSubject<D>(String subject, List<Directive<D>> table) implements Subjects<Directive<D>> {
        @Override
        public List<String> all() {
            return List.of(subject);
        }

        @Override
        public List<Directive<D>> table(String name) {
            return table;
        }
    }

    private record GlobalSubjects() implements Subjects<Directive<GlobalDraft>> {
        @Override
        public List<String> all() {
            return List.of("process", "tuning", "environment", "variable", "operator", "token", "later", "ignored");
        }

        @Override
        public List<Directive<GlobalDraft>> table(String subject) {
            return switch (subject) {
                case "process" -> ProcessTable.TABLE;
                case "tuning" -> TuningTable.TABLE;
                case "environment" -> EnvironmentTable.TABLE;
                case "variable" -> VariableTable.TABLE;
                case "operator" -> OperatorTable.TABLE;
                case "token" -> TokenTable.TABLE;
                case "later" -> LaterTable.TABLE;
                default -> IgnoredTable.TABLE;
            };
        }
    }

    private record ProxySubjects() implements Subjects<Directive<ProxyDraft>> {
        @Override
        public List<String> all() {
            return List.of(
                    "proxy",
                    "timeout",
                    "front",
                    "back",
                    "option",
                    "balance",
                    "cookie",
                    "retry",
                    "http",
                    "rule",
                    "log",
                    "log-capture",
                    "check",
                    "reply",
                    "capture",
                    "decision",
                    "filter");
        }

        @Override
        public List<Directive<ProxyDraft>> table(String subject) {
            return switch (subject) {
                case "proxy" -> ProxyTable.TABLE;
                case "timeout" -> TimeoutTable.TABLE;
                case "front" -> FrontTable.TABLE;
                case "back" -> BackTable.TABLE;
                case "option" -> OptionTable.TABLE;
                case "balance" -> BalanceTable.TABLE;
                case "cookie" -> CookieTable.TABLE;
                case "retry" -> RetryTable.TABLE;
                case "http" -> HttpTable.TABLE;
                case "rule" -> RuleTable.TABLE;
                case "log" -> LogTable.TABLE;
                case "log-capture" -> LogCaptureTable.TABLE;
                case "check" -> CheckTable.TABLE;
                case "capture" -> CaptureTable.TABLE;
                case "decision" -> DecisionTable.TABLE;
                case "filter" -> FilterTable.TABLE;
                default -> ReplyTable.TABLE;
            };
        }
    }

    private record BindSubjects() implements Subjects<Directive<BindDraft>> {
        @Override
        public List<String> all() {
            return List.of("bind");
        }

        @Override
        public List<Directive<BindDraft>> table(String subject) {
            return BindTable.TABLE;
        }
    }

    private record ServerSubjects() implements Subjects<Directive<ServerDraft>> {
        @Override
        public List<String> all() {
            return List.of("server", "check", "log");
        }

        @Override
        public List<Directive<ServerDraft>> table(String subject) {
            return switch (subject) {
                case "server" -> ServerTable.TABLE;
                case "check" -> ServerCheckTable.TABLE;
                default -> ServerLogTable.TABLE;
            };
        }
    }
}
