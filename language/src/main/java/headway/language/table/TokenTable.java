package headway.language.table;

import headway.language.draft.GlobalDraft;
import headway.language.model.TokenDecryption;
import headway.language.syntax.Mistake;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code global}: which encrypted JSON Web Tokens converters open. */
final class TokenTable {
    static final List<Directive<GlobalDraft>> TABLE = List.of(
            Entry.<GlobalDraft>entry(
                            "jwt.decrypt_alg_list",
                            "The algorithms by which encrypted tokens may give their key: names with colons between, ALL, and with ! those that may not.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("jwt.decrypt_alg_list ALL:!RSA1_5")
                    .example("jwt.decrypt_alg_list ALL:!ECDH-ES", "jwt.decrypt_alg_list dir:A256KW")
                    .reads("<list>", (global, words) -> {
                        var names = list(words, TokenDecryption.ALGORITHMS);
                        global.tokens = new TokenDecryption(names, global.tokens.encryptions());
                    }),
            Entry.<GlobalDraft>entry(
                            "jwt.decrypt_enc_list",
                            "The encryptions of the content of tokens that are opened: names with colons between, ALL, and with ! those that are not.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("jwt.decrypt_enc_list ALL")
                    .example("jwt.decrypt_enc_list A128GCM:A192GCM:A256GCM")
                    .reads("<list>", (global, words) -> {
                        var names = list(words, TokenDecryption.ENCRYPTIONS);
                        global.tokens = new TokenDecryption(global.tokens.algorithms(), names);
                    }));

    private TokenTable() {}

    private static Set<String> list(Arguments words, Collection<String> known) throws Mistake {
        if (!words.has()) throw words.mistake("expects a list of algorithms");
        var allowed = new LinkedHashSet<String>();
        var forbidden = new LinkedHashSet<String>();
        for (var word : words.next().split(":", -1)) {
            var name = word.startsWith("!") ? word.substring(1) : word;
            if (word.equals("ALL")) allowed.addAll(known);
            else if (!known.contains(name))
                throw words.mistake(
                        "unknown algorithm '" + name + "', expected ALL or some of " + String.join(", ", known));
            else if (word.equals(name)) allowed.add(name);
            else forbidden.add(name);
        }
        words.end();
        allowed.removeAll(forbidden);
        return allowed;
    }
}
