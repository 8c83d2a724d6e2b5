package headway.language.rule;

import headway.language.condition.Acls;
import headway.language.condition.Condition;
import headway.language.condition.ConditionParser;
import headway.language.format.Format;
import headway.language.format.FormatParser;
import headway.language.model.Proxy;
import headway.language.model.ProxyRules.Decision;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Decisions.Persistence;
import headway.language.rule.Decisions.ServerChoice;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Place;
import headway.language.sample.Words;
import headway.language.syntax.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one proxy that decide something outside of its rule sets. */
final class DecisionParser {
    private final Proxy proxy;
    private final Binding binding;
    private final Acls acls;
    private final RuleLanguage language;
    private final Report report;

    /** Takes what is wrong with a line. */
    @FunctionalInterface
    interface Report {
        void take(BindException mistake, Line line);
    }

    DecisionParser(Proxy proxy, Binding binding, Acls acls, RuleLanguage language, Report report) {
        this.proxy = proxy;
        this.binding = binding;
        this.acls = acls;
        this.language = language;
        this.report = report;
    }

    Decisions parse() {
        return new Decisions(
                new RuleSet(each(Decision.REDIRECT, this::redirect)),
                each(
                        Decision.MONITOR_FAIL,
                        line -> condition(line, 2, binding.at(Place.HTTP_REQUEST), "a 'monitor fail' condition")),
                each(Decision.USE_SERVER, this::server),
                each(Decision.PERSIST, this::persistence),
                each(
                        Decision.FORCE_SWITCH,
                        line -> condition(line, 1, binding.at(Place.USE_BACKEND), "a 'force-be-switch' rule")));
    }

    /** Makes something of a line. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(Line line) throws BindException;
    }

    private <T> List<T> each(Decision decision, Reader<T> reader) {
        var read = new ArrayList<T>();
        for (var line : proxy.rules().lines(decision)) {
            try {
                read.add(reader.read(line));
            } catch (BindException e) {
                report.take(e, line);
            }
        }
        return read;
    }

    /** The line is read as the action is, but for the texts in it, which are no formats. */
    private Rule redirect(Line line) throws BindException {
        var words = new Words(line, 1);
        var at = binding.at(Place.HTTP_REQUEST);
        var entry = language.actions().find("redirect");
        if (entry == null) throw new IllegalStateException("there is no action 'redirect'");
        try {
            var action = redirect(entry, new ActionLine(words, ActionLine.LITERAL, Stage.HTTP_REQUEST, at));
            var condition = new ConditionParser(at, acls).parse(words, "'redirect'");
            return new Rule(line.position(), line.from(0), condition, action);
        } catch (BindException e) {
            throw e.in("error detected in " + proxy.kind().word() + " '" + proxy.name()
                    + "' while parsing redirect rule : ");
        }
    }

    private static Action redirect(ActionEntry entry, ActionLine line) throws BindException {
        try {
            return entry.bind(line);
        } catch (BindException e) {
            throw line.words().blame(e, 0, entry.literals());
        }
    }

    private ServerChoice server(Line line) throws BindException {
        var target = line.word(1);
        var isDynamic = target.contains("%[");
        var known = proxy.back().servers().stream().anyMatch(s -> s.name().equals(target));
        if (!isDynamic && !known)
            throw new BindException(
                    "unable to find server '" + target + "' referenced in a 'use-server' rule.", line.at(1), "");
        var name = isDynamic ? name(line) : null;
        return new ServerChoice(
                condition(line, 2, RuleBinder.marked(proxy, binding.at(Place.USE_SERVER)), "switching rule"),
                target,
                name);
    }

    private @Nullable Format name(Line line) throws BindException {
        var target = line.word(1);
        try {
            return new FormatParser(binding.at(Place.USE_SERVER)).parse(target);
        } catch (BindException e) {
            throw e.in("use-server rule failed to parse log-format '" + target + "' : ")
                    .placed(line, 1);
        }
    }

    private Persistence persistence(Line line) throws BindException {
        var condition = condition(line, 1, binding.at(Place.USE_SERVER), "a '" + line.word(0) + "' rule");
        return new Persistence(condition, line.word(0).equals("force-persist"));
    }

    private Condition condition(Line line, int from, Binding at, String what) throws BindException {
        try {
            var condition = new ConditionParser(at, acls).parse(new Words(line, from), what);
            if (condition == null) throw new BindException("a condition is missing");
            return condition;
        } catch (BindException e) {
            throw e.in("error detected while parsing " + what + " : ");
        }
    }
}
