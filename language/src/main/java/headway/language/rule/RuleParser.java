package headway.language.rule;

import headway.base.catalog.Catalog;
import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.condition.Acls;
import headway.language.condition.ConditionParser;
import headway.language.known.KnownNames;
import headway.language.model.ProxyRules.Stage;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Words;
import headway.language.syntax.Experiments;
import headway.language.syntax.Line;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the rules of one rule set of one proxy: an action with its arguments, then perhaps a condition. */
public final class RuleParser {
    private final Catalog<ActionEntry> actions;
    private final Binding binding;
    private final ConditionParser conditions;
    private final Stage stage;
    private final String owner;

    /**
     * @param owner as messages name the proxy: {@code frontend 'fe'}
     */
    public RuleParser(Catalog<ActionEntry> actions, Binding binding, Acls acls, Stage stage, String owner) {
        this.actions = actions;
        this.binding = binding;
        this.conditions = new ConditionParser(binding, acls);
        this.stage = stage;
        this.owner = owner;
    }

    public Rule parse(Line line) throws BindException {
        binding.diagnostics().reading(line.position());
        var words = new Words(line, stage.words().split(" ").length);
        var word = words.take();
        var rule = "'" + stage.words() + " " + word + "'";
        var paren = word.indexOf('(');
        var entry = entry(paren < 0 ? word : word.substring(0, paren), word, words.taken());
        if (entry.isExperimental()) check(entry, words.taken());
        var action = action(entry, word, words, rule);
        var next = words.peek();
        try {
            var condition = conditions.parse(words, rule);
            return new Rule(line.position(), line.from(0), condition, action);
        } catch (BindException e) {
            if (e.text().startsWith(rule)) throw e.proposing(Words.meant(next, entry.literals()));
            throw e.in("error detected while parsing an " + rule + " condition : ");
        }
    }

    private void check(ActionEntry entry, Position at) throws BindException {
        var experiments = binding.attached(Experiments.class);
        var refusal = experiments == null ? "" : experiments.refusal(entry.name(), "action", at);
        if (!refusal.isEmpty()) throw new BindException(refusal, at, "");
    }

    private Action action(ActionEntry entry, String word, Words words, String rule) throws BindException {
        var first = words.index() - 1;
        try {
            return entry.bind(new ActionLine(words, argument(entry, word, word.indexOf('(')), stage, binding));
        } catch (BindException e) {
            throw words.blame(e, first, entry.literals())
                    .in("error detected in " + owner + " while parsing " + rule + " rule : ");
        }
    }

    private static String argument(ActionEntry entry, String word, int paren) throws BindException {
        if (!entry.takesArgument()) {
            if (paren >= 0) throw new BindException("'" + entry.name() + "' takes nothing in parentheses");
            return "";
        }
        if (paren < 0 || !word.endsWith(")")) {
            throw new BindException("incomplete argument after action '" + word + "'. Expects '" + entry.name() + "("
                    + entry.syntax().replaceFirst("^\\(([^)]*)\\).*", "$1") + ")'");
        }
        return word.substring(paren + 1, word.length() - 1);
    }

    /** Also when the list has a second word, as {@code expect-proxy layer4}. */
    private static Optional<String> known(String pair) {
        return KnownNames.ACTION_PAIRS.names().stream()
                .filter(n -> n.equals(pair) || n.startsWith(pair + " "))
                .findFirst();
    }

    private ActionEntry entry(String name, String word, Position position) throws BindException {
        var entry = actions.find(name);
        if (entry != null && entry.stages().contains(stage)) return entry;
        var pair = stage.words() + " " + name;
        var known = known(pair);
        if (known.isPresent()) {
            var why = KnownNames.ACTION_PAIRS.waiting(known.get());
            throw new BindException("'" + pair + "' is known, but not supported yet." + why, position, "");
        }
        if (entry != null) {
            var places = entry.stages().stream()
                    .map(s -> "'" + s.words() + "'")
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new BindException(
                    "action '" + name + "' is known, but not in '" + stage.words() + "'; it belongs in " + places,
                    position,
                    "");
        }
        var here = actions.all().stream()
                .filter(a -> a.stages().contains(stage))
                .map(ActionEntry::name)
                .sorted()
                .toList();
        var list = here.stream().map(n -> "'" + n + "'").collect(Collectors.joining(", "));
        var nearest = Nearest.to(name, here).orElse("");
        throw new BindException(
                "'" + stage.words() + "' expects " + list + ", but got '" + word + "'.", position, nearest);
    }
}
