package headway.traffic.action;

import headway.base.diagnostic.Diagnostic;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.language.condition.Acls;
import headway.language.condition.Condition;
import headway.language.condition.ConditionParser;
import headway.language.model.BandwidthLimit;
import headway.language.model.ErrorGroup;
import headway.language.model.ProxyRules.Stage;
import headway.language.model.UserList;
import headway.language.model.UserList.User;
import headway.language.pattern.PatternStore;
import headway.language.rule.Rule;
import headway.language.rule.RuleLanguage;
import headway.language.rule.RuleParser;
import headway.language.sample.Attached;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Declarations;
import headway.language.sample.Declared;
import headway.language.sample.EventSinks;
import headway.language.sample.Place;
import headway.language.sample.VariableNames;
import headway.language.sample.Words;
import headway.language.syntax.Experiments;
import headway.language.syntax.FileOrder;
import headway.language.syntax.Line;
import headway.language.syntax.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds what a test writes, as a listen would. */
final class Rules {
    static final Position PLACE = new Position("test.cfg", 7, 1);
    /** Ann of the group admins says "secret", Bob "plain". */
    private static final UserList STAFF = new UserList(
            Position.NOWHERE,
            "staff",
            Map.of(
                    "ann",
                    new User(
                            "ann",
                            "$5$rounds=1000$salt$CCvcOM6b7TEJDPb37Aec/9UpOg4QhPNAxPpL9ZzjTB7",
                            false,
                            Set.of("admins", "all")),
                    "bob",
                    new User("bob", "plain", true, Set.of("all"))),
            Set.of("admins", "all"));

    private static final BandwidthLimit SLOW =
            new BandwidthLimit(Position.NOWHERE, "slow", false, 1000, 1_000_000_000L, 0);

    private static final RuleLanguage LANGUAGE = Actions.language();

    final Diagnostics diagnostics = new Diagnostics();
    final VariableNames names = new VariableNames();
    final Map<String, ErrorGroup> errors = new HashMap<>();
    final PatternStore patterns = new PatternStore();
    private final Experiments experiments;
    private final Acls acls;

    static RuleLanguage language() {
        return LANGUAGE;
    }

    Rules() {
        this(exposed());
    }

    Rules(Experiments experiments) {
        this.experiments = experiments;
        acls = new Acls(plain());
    }

    private static Experiments exposed() {
        var experiments = new Experiments(new FileOrder());
        experiments.expose(PLACE);
        return experiments;
    }

    Binding binding(Place place) {
        return acls.binding().at(place);
    }

    private Binding plain() {
        return new Binding(
                LANGUAGE.vocabulary(),
                names,
                diagnostics,
                Path.of("."),
                Place.HTTP_REQUEST,
                true,
                true,
                new Declared(
                        "test",
                        ExampleHandling.SLOTS,
                        List.of(SLOW),
                        true,
                        Attached.NOTHING.with(PatternStore.class, patterns).with(Experiments.class, experiments),
                        new Declarations(
                                Map.of("staff", STAFF),
                                errors,
                                ExampleMeters.make(),
                                new EventSinks(Set.of("buf0", "stderr")),
                                16_384)));
    }

    /** Fills lists of patterns by lines such as {@code map virt@m key value} and {@code list virt@l pattern}. */
    void lists(String given) throws BindException {
        for (var line : given.split("\n")) {
            var words = line.split(" ", 4);
            if (words[0].equals("map"))
                patterns.load(words[1], Path.of("."), true).add(0, words[2], words[3]);
            else if (words[0].equals("list"))
                patterns.load(words[1], Path.of("."), false).add(0, words[2], "");
        }
    }

    void acl(String text) throws BindException {
        acls.add(new Words(line("acl " + text), 1));
    }

    Condition condition(Place place, String text) throws BindException {
        acls.complete();
        return new ConditionParser(binding(place), acls).terms(new Words(line(text), 0), false);
    }

    Rule rule(String text) throws BindException {
        var line = line(text);
        acls.complete();
        var stage = stage(line);
        return new RuleParser(LANGUAGE.actions(), binding(place(stage)), acls, stage, "listen 'test'").parse(line);
    }

    /** The message with which a rule is refused. */
    String refusal(String text) {
        try {
            rule(text);
            return "(accepted)";
        } catch (BindException e) {
            return e.at(Position.NOWHERE).column() + ": " + e.text()
                    + (e.proposal().isEmpty() ? "" : " " + e.proposal());
        }
    }

    List<String> warnings() {
        return diagnostics.all().stream().map(Diagnostic::message).toList();
    }

    private static Stage stage(Line line) {
        for (var stage : Stage.values()) if ((line.from(0) + " ").startsWith(stage.words() + " ")) return stage;
        throw new IllegalArgumentException(line.from(0));
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

    /** Blanks separate words, double quotes keep them together. */
    static Line line(String text) {
        var words = new ArrayList<Word>();
        var at = 0;
        while (at < text.length()) {
            var start = at;
            var word = new StringBuilder();
            var quoted = false;
            for (; at < text.length() && (quoted || text.charAt(at) != ' '); at++) {
                if (text.charAt(at) == '"') quoted = !quoted;
                else word.append(text.charAt(at));
            }
            words.add(new Word(word.toString(), start + 1));
            at++;
        }
        return new Line(PLACE, words);
    }
}
