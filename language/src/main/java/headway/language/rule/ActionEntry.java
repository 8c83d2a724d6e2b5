package headway.language.rule;

import headway.language.model.ProxyRules.Stage;
import headway.language.sample.BindException;
import headway.language.sample.Example;
import headway.language.sample.NamedEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An action: a name that does something in the rule sets that allow it. */
public final class ActionEntry implements NamedEntry {
    /** Makes the action of the words behind its name. */
    @FunctionalInterface
    public interface Binder {
        Action bind(ActionLine line) throws BindException;
    }

    private final String name;
    private final Draft draft;
    private final Binder binder;

    private ActionEntry(String name, Draft draft, Binder binder) {
        this.name = name;
        this.draft = draft;
        this.binder = binder;
    }

    /** Begins an entry. */
    public static Draft action(String name, Stage... stages) {
        return new Draft(name, stages);
    }

    /** An entry that has no binder yet. */
    public static final class Draft {
        private final String name;
        private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
        private final List<Example> examples = new ArrayList<>();
        private String summary = "";
        private String syntax = "";
        private boolean takesArgument;
        private boolean experimental;

        private Draft(String name, Stage... stages) {
            this.name = name;
            this.stages.addAll(List.of(stages));
        }

        public Draft summary(String sentence) {
            summary = sentence;
            return this;
        }

        /** What follows the name, as a manual writes it. */
        public Draft syntax(String text) {
            syntax = text;
            return this;
        }

        /** The name is followed by something in parentheses. */
        public Draft takesArgument() {
            takesArgument = true;
            return this;
        }

        /** Only behind {@code expose-experimental-directives}. */
        public Draft experimental() {
            experimental = true;
            return this;
        }

        public Draft example(String rule, String given, String expected) {
            examples.add(new Example(rule, given, expected));
            return this;
        }

        public ActionEntry binds(Binder binder) {
            return new ActionEntry(name, this, binder);
        }
    }

    Action bind(ActionLine line) throws BindException {
        return binder.bind(line);
    }

    public Set<Stage> stages() {
        return Set.copyOf(draft.stages);
    }

    public boolean takesArgument() {
        return draft.takesArgument;
    }

    public boolean isExperimental() {
        return draft.experimental;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return draft.summary;
    }

    @Override
    public List<Example> uses() {
        return List.copyOf(draft.examples);
    }

    /** The words that it takes literally, as its syntax has them. */
    List<String> literals() {
        return List.of(syntax().replaceAll("<[^>]*>|\\([^)]*\\)|[\\[\\]{}|]", " ")
                .trim()
                .split("\\s+"));
    }

    @Override
    public String syntax() {
        return draft.syntax;
    }
}
