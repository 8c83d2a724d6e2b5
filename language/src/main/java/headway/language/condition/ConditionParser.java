package headway.language.condition;

import headway.language.condition.Terms.Term;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.BytesUnseen;
import headway.language.sample.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code if} or {@code unless} and the condition behind it, to the end of the line: configuration manual 7.2. */
public final class ConditionParser {
    private final Binding binding;
    private final Acls acls;

    public ConditionParser(Binding binding, Acls acls) {
        this.binding = binding.with(Acls.class, acls);
        this.acls = acls;
    }

    /**
     * The condition at the end of a rule; null when there are no more words.
     *
     * @param rule how HAProxy's message names the rule: {@code 'http-request deny'}
     */
    public @Nullable Condition parse(Words words, String rule) throws BindException {
        if (!words.hasNext()) return null;
        var position = words.position();
        var word = words.take();
        if (!word.equals("if") && !word.equals("unless")) {
            throw new BindException(
                    rule + " expects either 'if' or 'unless' followed by a condition but found '" + word + "'.",
                    position,
                    "");
        }
        return terms(words, word.equals("unless"));
    }

    /** The condition behind {@code if} or {@code unless}. */
    public Condition terms(Words words, boolean unless) throws BindException {
        var start = words.position();
        var rows = new ArrayList<List<Term>>();
        var row = new ArrayList<Term>();
        var negated = false;
        while (words.hasNext()) {
            var word = words.take();
            if (word.equalsIgnoreCase("or") || word.equals("||")) {
                if (!row.isEmpty()) rows.add(row);
                row = new ArrayList<>();
                negated = false;
                continue;
            }
            while (word.startsWith("!")) {
                negated = !negated;
                word = word.substring(1);
            }
            if (word.isEmpty()) continue;
            row.add(new Term(word.equals("{") ? anonymous(words) : named(word, words), negated));
            negated = false;
        }
        if (!row.isEmpty()) rows.add(row);
        if (rows.isEmpty()) binding.diagnostics().notice(start, "the condition is empty and never holds");
        warnOfBytes(rows, words);
        return new Terms(rows, unless);
    }

    private Condition anonymous(Words words) throws BindException {
        var position = words.position();
        var test = new AclParser(binding).parse(words);
        if (!words.take("}")) throw new BindException("missing closing '}' in condition", position, "");
        return checked(new Acl(List.of(test)), "anonymous acl", words);
    }

    private Condition named(String name, Words words) throws BindException {
        words.index(words.index() - 1);
        var position = words.position();
        words.take();
        var acl = acls.find(name);
        if (acl == null) throw acls.missing(name, position);
        return checked(acl, "acl '" + name + "'", words);
    }

    /** A test that can have no value in this place never matches; HAProxy warns and goes on. */
    private Condition checked(Acl acl, String shown, Words words) {
        if (acl.isIn(binding)) return acl;
        var usable = new ArrayList<Test>();
        for (var test : acl.tests()) {
            if (test.expression().source().isIn(binding)) {
                usable.add(test);
                continue;
            }
            binding.diagnostics()
                    .warning(
                            words.line().position(),
                            shown + " will never match because it uses keyword '"
                                    + test.expression().fetchName() + "' which is incompatible with '"
                                    + binding.placeWords() + "'");
        }
        return new Acl(usable);
    }

    private void warnOfBytes(List<List<Term>> rows, Words words) {
        var unseen = binding.attached(BytesUnseen.class);
        if (unseen == null || rows.stream().flatMap(List::stream).noneMatch(ConditionParser::isOfBytes)) return;
        binding.diagnostics()
                .warning(
                        words.line().position(),
                        "Proxy '" + unseen.proxy() + "': L6 sample fetches ignored on HTTP proxies.");
    }

    private static boolean isOfBytes(Term term) {
        return term.acl() instanceof Acl acl
                && acl.tests().stream()
                        .anyMatch(test -> test.expression().source().isBuffer());
    }
}
