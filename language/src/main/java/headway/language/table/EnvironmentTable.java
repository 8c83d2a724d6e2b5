package headway.language.table;

import headway.language.draft.GlobalDraft;
import headway.language.syntax.Environment;
import headway.language.syntax.Mistake;
import java.util.HashSet;
import java.util.List;

/** {@code global}: the variables that later lines see. */
final class EnvironmentTable {
    static final List<Directive<GlobalDraft>> TABLE = List.of(
            Entry.<GlobalDraft>entry("setenv", "Gives a variable a value.")
                    .in(Section.ONLY_GLOBAL)
                    .example("setenv HEADWAY_A 1")
                    .reads("<name> <value>", (_, words) -> pair(words, Environment::set)),
            Entry.<GlobalDraft>entry("presetenv", "Gives a variable a value unless it has one.")
                    .in(Section.ONLY_GLOBAL)
                    .example("presetenv HEADWAY_A 1")
                    .reads("<name> <value>", (_, words) -> pair(words, Environment::preset)),
            Entry.<GlobalDraft>entry("unsetenv", "Removes variables.")
                    .in(Section.ONLY_GLOBAL)
                    .example("setenv HEADWAY_A 1\nunsetenv HEADWAY_A PATH")
                    .reads("<name>...", EnvironmentTable::unset),
            Entry.<GlobalDraft>entry("resetenv", "Removes all variables but those named.")
                    .in(Section.ONLY_GLOBAL)
                    .example("resetenv PATH")
                    .reads("[<name>...]", EnvironmentTable::reset));

    private EnvironmentTable() {}

    private interface Change {
        void apply(Environment environment, String name, String value);
    }

    private static void pair(Arguments words, Change change) throws Mistake {
        if (words.line().count() < 3) throw words.mistake("'" + words.keyword() + "' expects a name and a value.");
        var name = words.next();
        var value = words.next();
        words.end();
        change.apply(words.reading().environment(), name, value);
    }

    private static void unset(GlobalDraft global, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'unsetenv' expects at least one variable name.");
        while (words.has()) words.reading().environment().unset(words.next());
    }

    private static void reset(GlobalDraft global, Arguments words) {
        var kept = new HashSet<String>();
        while (words.has()) kept.add(words.next());
        words.reading().environment().keepOnly(kept);
    }
}
