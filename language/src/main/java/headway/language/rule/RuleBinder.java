package headway.language.rule;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.condition.Acls;
import headway.language.condition.ConditionParser;
import headway.language.format.Format;
import headway.language.format.FormatKind;
import headway.language.format.FormatParser;
import headway.language.format.LineFormat;
import headway.language.model.Balance;
import headway.language.model.Configuration;
import headway.language.model.FrontSide.UseBackend;
import headway.language.model.LogFormat;
import headway.language.model.LogProfile;
import headway.language.model.LogTarget;
import headway.language.model.Logging;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import headway.language.model.ProxyRules.Stage;
import headway.language.model.TokenDecryption;
import headway.language.pattern.PatternStore;
import headway.language.sample.Attached;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.BytesUnseen;
import headway.language.sample.Declarations;
import headway.language.sample.Declared;
import headway.language.sample.EventSinks;
import headway.language.sample.Expression;
import headway.language.sample.ExpressionParser;
import headway.language.sample.MeterParameters.InDefaults;
import headway.language.sample.Meters;
import headway.language.sample.Place;
import headway.language.sample.Undelayed;
import headway.language.sample.VariableNames;
import headway.language.sample.Variables;
import headway.language.sample.Words;
import headway.language.syntax.Experiments;
import headway.language.syntax.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes what runs of the rules that a proxy's lines say. A line that cannot be understood is a diagnostic; the others are bound all the same. */
public final class RuleBinder {
    private final RuleLanguage language;
    private final VariableNames variables;
    private final Diagnostics diagnostics;
    private final Configuration configuration;
    private final Declarations declarations;
    /** The profiles that {@code do-log} rules name, of any proxy: a backend's rules write lines of the frontend. */
    private final Set<String> noted = new TreeSet<>();

    private final PatternStore patterns = new PatternStore();
    private final Attached attached;

    /**
     * @param variables shared by all proxies of a plan, since a session's variables are read by all
     * @param configuration whose rules they are: its {@code http-errors} sections, and where its relative names of files lead
     */
    public RuleBinder(
            RuleLanguage language, VariableNames variables, Diagnostics diagnostics, Configuration configuration) {
        this.language = language;
        this.variables = variables;
        this.diagnostics = diagnostics;
        this.configuration = configuration;
        attached = Attached.NOTHING
                .with(PatternStore.class, patterns)
                .with(Experiments.class, configuration.experiments())
                .with(TokenDecryption.class, configuration.global().tokens());
        declarations = new Declarations(
                configuration.userLists(),
                configuration.errorGroups(),
                new Meters(configuration.proxies()),
                new EventSinks(sinks(configuration)),
                configuration.global().tuning().bufferSize());
        for (var proxy : configuration.proxies())
            proxy.rules().lines().values().forEach(lines -> lines.forEach(line -> noted.addAll(notedBy(line))));
    }

    /** What rules measure; to be connected before they run. */
    public Meters meters() {
        return declarations.meters();
    }

    /** What rules write lines to; to be connected before they run. */
    public EventSinks sinks() {
        return declarations.sinks();
    }

    private static Set<String> sinks(Configuration configuration) {
        var names = new TreeSet<>(configuration.logs().rings().keySet());
        names.addAll(List.of("stdout", "stderr", "buf0"));
        return names;
    }

    /** The lists that what has been bound so far looks values up in. */
    public PatternStore patterns() {
        return patterns;
    }

    public ProxyRuleSets bind(Proxy proxy) {
        var kind = proxy.kind();
        var plain = binding(
                proxy.position(), Place.HTTP_REQUEST, new Sides(kind.isFrontend(), kind.isBackend()), declared(proxy));
        var owner = kind.word() + " '" + proxy.name() + "'";
        var acls = acls(proxy.rules().acls(), plain);
        var binding = acls.binding();
        var inherited = proxy.rules().inherited();
        var theirs = acls(inherited.acls(), plain.with(InDefaults.class, new InDefaults()));
        var sets = new EnumMap<Stage, RuleSet>(Stage.class);
        for (var stage : Stage.values()) {
            var rules = new ArrayList<Rule>();
            var lines = proxy.rules().lines(stage);
            var first = inherited.count(stage);
            var early = new Parsers(marked(proxy, theirs.binding().at(place(stage))), theirs, stage, owner);
            for (var line : lines.subList(0, first)) parse(early.at(line), line, rules);
            var parsers = new Parsers(marked(proxy, binding.at(place(stage))), acls, stage, owner);
            for (var line : lines.subList(first, lines.size())) parse(parsers.at(line), line, rules);
            if (!rules.isEmpty()) sets.put(stage, new RuleSet(rules));
        }
        var decisions = new DecisionParser(proxy, binding, acls, language, this::report).parse();
        var choices = choices(proxy.front().useBackends(), marked(proxy, binding.at(Place.USE_BACKEND)), acls);
        diagnostics.reading(Position.NOWHERE);
        return new ProxyRuleSets(sets, choices, decisions, formats(proxy.logging(), binding));
    }

    /** With what some warnings depend on. */
    static Binding marked(Proxy proxy, Binding binding) {
        var delayed = undelayed(proxy, binding);
        return proxy.mode() == Mode.HTTP ? delayed.with(BytesUnseen.class, new BytesUnseen(proxy.name())) : delayed;
    }

    private static Binding undelayed(Proxy proxy, Binding binding) {
        if (binding.place() != Place.TCP_CONTENT || proxy.rules().requestInspectDelayNanos() > 0) return binding;
        var title = (proxy.kind() == Proxy.Kind.LISTEN ? "proxy" : proxy.kind().word()) + " '" + proxy.name() + "'";
        return binding.with(Undelayed.class, new Undelayed(title));
    }

    /** The expression of {@code balance hash}. */
    public Expression balanceKey(Proxy proxy, Balance.Hash hash) throws BindException {
        var sides = new Sides(proxy.kind().isFrontend(), true);
        var binding = binding(hash.line().position(), Place.USE_SERVER, sides, declared(proxy));
        var text = hash.line().word(hash.word());
        var parser = new ExpressionParser(binding);
        Expression expression;
        try {
            expression = parser.parse(new Words(hash.line(), hash.word()));
        } catch (BindException e) {
            throw e.in("failed to parse 'balance hash' expression '" + text + "' in : ");
        }
        if (expression.source().isIn(binding)) return expression;
        throw new BindException("error detected while parsing 'balance hash' expression '" + text
                + "' which requires information from " + expression.source().words()
                + ", which is not available here.");
    }

    private ProxyFormats formats(Logging logging, Binding binding) {
        var formats = logging.formats();
        var logs = binding.at(Place.LOG);
        var targets = logging.targets();
        var line = formats.line().text().isEmpty() ? null : formats.line();
        return new ProxyFormats(
                format(line, logs, FormatKind.LOG, "log-format"),
                format(formats.error(), logs, FormatKind.LOG, "error-log-format"),
                format(formats.structuredData(), logs, FormatKind.LOG, "log-format-sd"),
                format(formats.uniqueId(), binding.at(Place.HTTP_REQUEST), FormatKind.UNIQUE_ID, "unique-id"),
                targets.isEmpty() ? Map.of() : profiles(targets, logs));
    }

    private Map<String, ProfileFormats> profiles(List<LogTarget> targets, Binding binding) {
        var names = new TreeSet<>(noted);
        for (var target : targets) if (target.profile() != null) names.add(target.profile());
        var bound = new HashMap<String, ProfileFormats>();
        for (var name : names) {
            var profile = configuration.logs().profiles().get(name);
            if (profile != null) bound.put(name, profile(profile, binding));
        }
        return bound;
    }

    /** The profile that a {@code do-log} line names, if it is one. */
    private static List<String> notedBy(Line line) {
        for (var i = 1; i + 2 < line.count(); i++)
            if (line.word(i).equals("do-log") && line.word(i + 1).equals("profile")) return List.of(line.word(i + 2));
        return List.of();
    }

    private ProfileFormats profile(LogProfile profile, Binding binding) {
        var steps = new HashMap<String, ProfileFormats.Step>();
        profile.steps().forEach((name, step) -> {
            var line = written(step.format(), binding, "format");
            steps.put(name, new ProfileFormats.Step(step.dropped(), line, written(step.structured(), binding, "sd")));
        });
        return new ProfileFormats(steps);
    }

    private @Nullable LineFormat written(LogProfile.@Nullable Written text, Binding binding, String what) {
        if (text == null) return null;
        try {
            return new FormatParser(binding, FormatKind.LOG).parseLine(text.text());
        } catch (BindException e) {
            diagnostics.alert(
                    e.placed(text.at(), text.word()).at(text.at()),
                    "failed to parse '" + what + "' of a log-profile : " + e.text(),
                    e.proposal());
            return null;
        }
    }

    private @Nullable LineFormat format(@Nullable LogFormat format, Binding binding, FormatKind kind, String what) {
        if (format == null) return null;
        try {
            var parser = new FormatParser(binding, kind);
            if (kind.isMessage()) parser.ofHttp(format.position());
            return parser.parseLine(format.text());
        } catch (BindException e) {
            diagnostics.alert(
                    e.placed(format.position(), format.word()).at(format.position()),
                    "failed to parse " + what + " : " + e.text(),
                    e.proposal());
            return null;
        }
    }

    /** What {@code option forwarded} adds; null when it is off or its line is wrong. */
    public @Nullable Forwarded forwarded(Proxy proxy) {
        var line = proxy.http().forwarded();
        if (line == null) return null;
        var sides = new Sides(proxy.kind().isFrontend(), proxy.kind().isBackend());
        var declared = declared(proxy);
        try {
            return Forwarded.parse(new Words(line, 2), binding(line.position(), Place.HTTP_REQUEST, sides, declared));
        } catch (BindException e) {
            report(e, line);
            return null;
        }
    }

    /** Sets the variables of the process that the configuration gives a value. */
    public void setVariables(Variables variables) {
        var binding = binding(
                Position.NOWHERE,
                Place.CONFIGURATION,
                new Sides(false, false),
                Declared.nowhere(attached, declarations));
        new ProcessVariableBinder(binding, diagnostics)
                .set(configuration.global().variables(), variables);
    }

    /** The reply of an {@code http-error} line, which has no condition. */
    public Reply reply(Line line, int usualStatus) throws BindException {
        var binding = binding(
                line.position(), Place.ERROR_PAGE, new Sides(true, true), Declared.nowhere(attached, declarations));
        var words = new Words(line, 1);
        var reply = new ReplyParser(binding, words).parse(usualStatus, true);
        if (words.hasNext())
            throw new BindException("http-error : unknown keyword '" + words.peek() + "'.", words.position(), "");
        return reply;
    }

    /** What a proxy faces. */
    private record Sides(boolean isFrontend, boolean isBackend) {}

    private Declared declared(Proxy proxy) {
        return new Declared(
                proxy.name(),
                proxy.front().captures(),
                proxy.rules().limits(),
                proxy.mode() != Mode.TCP,
                attached,
                declarations);
    }

    private Binding binding(Position at, Place place, Sides sides, Declared declared) {
        return new Binding(
                language.vocabulary(),
                variables,
                diagnostics,
                configuration.paths().folder(at),
                place,
                sides.isFrontend,
                sides.isBackend,
                declared);
    }

    /** The parsers of one rule set: one a folder, since rules of defaults may stand in a file elsewhere. */
    private final class Parsers {
        private final Binding binding;
        private final Acls acls;
        private final Stage stage;
        private final String owner;
        private final Map<Path, RuleParser> byFolder = new HashMap<>();

        Parsers(Binding binding, Acls acls, Stage stage, String owner) {
            this.binding = binding;
            this.acls = acls;
            this.stage = stage;
            this.owner = owner;
        }

        RuleParser at(Line line) {
            return byFolder.computeIfAbsent(
                    configuration.paths().folder(line.position()),
                    folder -> new RuleParser(language.actions(), binding.in(folder), acls, stage, owner));
        }
    }

    private Acls acls(List<Line> lines, Binding binding) {
        var acls = new Acls(binding);
        for (var line : lines) {
            try {
                acls.add(new Words(line, 1), configuration.paths().folder(line.position()));
            } catch (BindException e) {
                report(e, line);
            }
        }
        try {
            acls.complete();
        } catch (BindException e) {
            diagnostics.alert(e.at(Position.NOWHERE), e.text(), e.proposal());
        }
        return acls;
    }

    private void parse(RuleParser parser, Line line, List<Rule> rules) {
        try {
            rules.add(parser.parse(line));
            for (var name : notedBy(line))
                if (!configuration.logs().profiles().containsKey(name))
                    throw new BindException("there is no log-profile '" + name + "'.");
        } catch (BindException e) {
            report(e, line);
        }
    }

    private List<BackendChoice> choices(List<UseBackend> lines, Binding binding, Acls acls) {
        var choices = new ArrayList<BackendChoice>();
        for (var rule : lines) {
            diagnostics.reading(rule.line().position());
            try {
                choices.add(choice(rule, binding, acls));
            } catch (BindException e) {
                report(e, rule.line());
            }
        }
        return choices;
    }

    private static BackendChoice choice(UseBackend rule, Binding binding, Acls acls) throws BindException {
        var words = new Words(rule.line(), 2);
        var word = words.peek();
        if (words.hasNext() && !word.equals("if") && !word.equals("unless")) {
            throw new BindException(
                    "unexpected keyword '" + word + "' after switching rule, only 'if' and 'unless' are allowed.",
                    words.position(),
                    "");
        }
        try {
            var condition = new ConditionParser(binding, acls).parse(words, "'use_backend'");
            return new BackendChoice(rule.line().position(), condition, rule.target(), name(rule, binding));
        } catch (BindException e) {
            throw e.in("error detected while parsing switching rule : ");
        }
    }

    private static @Nullable Format name(UseBackend rule, Binding binding) throws BindException {
        if (!rule.dynamic()) return null;
        try {
            return new FormatParser(binding).parse(rule.target());
        } catch (BindException e) {
            throw e.placed(rule.line(), 1);
        }
    }

    private void report(BindException e, Line line) {
        diagnostics.add(Severity.ALERT, Code.INVALID_RULE, e.at(line.position()), e.text(), e.proposal());
    }

    private static Place place(Stage stage) {
        return switch (stage) {
            case TCP_REQUEST_CONNECTION -> Place.TCP_CONNECTION;
            case TCP_REQUEST_SESSION -> Place.TCP_SESSION;
            case TCP_REQUEST_CONTENT -> Place.TCP_CONTENT;
            case TCP_RESPONSE_CONTENT -> Place.TCP_RESPONSE;
            case HTTP_REQUEST -> Place.HTTP_REQUEST;
            case HTTP_RESPONSE -> Place.HTTP_RESPONSE;
            case HTTP_AFTER_RESPONSE -> Place.HTTP_AFTER_RESPONSE;
        };
    }
}
