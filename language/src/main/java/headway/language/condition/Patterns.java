package headway.language.condition;

import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Collects the patterns of one ACL and makes matchers of them. Those before and after {@code -i} are kept apart. */
final class Patterns {
    /** Up to here comparing one after the other is quicker than hashing. */
    private static final int FEW = 4;

    private final MatchMethod method;
    private final boolean resolve;
    private final List<String> exact = new ArrayList<>();
    private final List<String> folded = new ArrayList<>();
    private final List<Ranges.Range> ranges = new ArrayList<>();
    private final List<Networks.Network> networks = new ArrayList<>();
    private String operator = "eq";

    Patterns(MatchMethod method, boolean resolve) {
        this.method = method;
        this.resolve = resolve;
    }

    /** A word of the line: an operator or a pattern. */
    void word(String word, boolean ignoreCase) throws BindException {
        if (method.isNumeric() && Ranges.isOperator(word)) operator = word;
        else add(word, ignoreCase);
    }

    /** A pattern, from the line or from a file. */
    void add(String text, boolean ignoreCase) throws BindException {
        switch (method) {
            case FOUND, BOOL -> {}
            case INT, LEN -> ranges.add(Ranges.parse(operator, text));
            case IP -> networks.addAll(Networks.parse(text, resolve));
            case BIN -> exact.add(unhex(text));
            case STR, BEG, END, SUB, DIR, DOM, REG, METH -> (ignoreCase ? folded : exact).add(text);
        }
    }

    /** True when nothing can match. */
    boolean isEmpty() {
        return method != MatchMethod.FOUND
                && method != MatchMethod.BOOL
                && exact.isEmpty()
                && folded.isEmpty()
                && ranges.isEmpty()
                && networks.isEmpty();
    }

    /** The matchers; a value matches when one of them says so. */
    List<Matcher> matchers() throws BindException {
        return switch (method) {
            case FOUND -> List.of(_ -> true);
            case BOOL -> List.of(Patterns::isTrue);
            case INT -> List.of(new Ranges(ranges)::hasNumber);
            case LEN -> List.of(new Ranges(ranges)::hasLength);
            case IP -> List.of(new Networks(networks)::has);
            case STR, BIN, BEG, END, SUB, DIR, DOM, REG, METH -> texts();
        };
    }

    private static boolean isTrue(Sample value) {
        return value.integer != 0;
    }

    private List<Matcher> texts() throws BindException {
        var matchers = new ArrayList<Matcher>();
        if (!exact.isEmpty()) matchers.add(matcher(exact, false));
        if (!folded.isEmpty()) matchers.add(matcher(folded, true));
        return matchers;
    }

    private Matcher matcher(List<String> patterns, boolean ignoreCase) throws BindException {
        return switch (method) {
            case STR, BIN -> equal(patterns, ignoreCase);
            case BEG -> new Texts(patterns, ignoreCase)::begin;
            case END -> new Texts(patterns, ignoreCase)::end;
            case SUB -> new Texts(patterns, ignoreCase)::contained;
            case DIR -> new Texts(patterns, ignoreCase)::directory;
            case DOM -> new Texts(patterns, ignoreCase)::domain;
            case REG -> new RegularExpressions(patterns, ignoreCase)::match;
            case METH -> new Methods(patterns, ignoreCase)::match;
            case FOUND, BOOL, INT, LEN, IP -> throw new AssertionError(method);
        };
    }

    private static Matcher equal(List<String> patterns, boolean ignoreCase) {
        if (patterns.size() > FEW) return new TextSet(patterns, ignoreCase)::has;
        return new Texts(patterns, ignoreCase)::equal;
    }

    private static String unhex(String text) throws BindException {
        try {
            var bytes = HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new BindException("'" + text + "' is not a valid series of hexadecimal digits");
        }
    }
}
