package headway.language.table;

import headway.language.draft.GlobalDraft;
import headway.language.draft.GlobalDraft.Number;
import headway.language.syntax.Mistake;
import java.util.List;

/** {@code global}: variables of the process, and how much memory variables may take. */
final class VariableTable {
    static final List<Directive<GlobalDraft>> TABLE = List.of(
            Entry.<GlobalDraft>entry("set-var", "Gives a variable of the process the value of an expression.")
                    .in(Section.ONLY_GLOBAL)
                    .example("set-var proc.a int(5),add(1)")
                    .reads("<var-name> <expr>", (global, words) -> keep(global, words, "a sample expression")),
            Entry.<GlobalDraft>entry("set-var-fmt", "Gives a variable of the process a text with expressions in it.")
                    .in(Section.ONLY_GLOBAL)
                    .example("set-var-fmt proc.a \"a %[env(HOME)]\"")
                    .reads("<var-name> <fmt>", (global, words) -> keep(global, words, "a format string")),
            limit("tune.vars.global-max-size", "all variables together", Number.VARIABLES),
            limit(
                    "tune.vars.proc-max-size",
                    "the variables of the process and of what is in it",
                    Number.PROCESS_VARIABLES),
            limit(
                    "tune.vars.sess-max-size",
                    "the variables of a session and of what is in it",
                    Number.SESSION_VARIABLES),
            limit(
                    "tune.vars.txn-max-size",
                    "the variables of a transaction and of what is in it",
                    Number.TRANSACTION_VARIABLES),
            limit("tune.vars.reqres-max-size", "the variables of a request or response", Number.EXCHANGE_VARIABLES));

    private VariableTable() {}

    private static Directive<GlobalDraft> limit(String name, String what, Number number) {
        return Entry.<GlobalDraft>entry(name, "How many bytes " + what + " may take.")
                .in(Section.ONLY_GLOBAL)
                .example(name + " 65536")
                .takes(Forms.count(), (global, n) -> global.set(number, n));
    }

    private static void keep(GlobalDraft global, Arguments words, String value) throws Mistake {
        if (words.line().count() < 3) {
            throw words.mistake("'" + words.keyword() + "' requires a process-wide variable name ('proc.<name>') and "
                    + value + ".");
        }
        var name = words.next();
        if (!name.startsWith("proc.")) {
            throw words.mistake("'" + words.keyword() + "': cannot set variable '" + name
                    + "', only scope 'proc' is permitted in the global section.");
        }
        global.variables.add(words.line());
        while (words.has()) words.next();
    }
}
