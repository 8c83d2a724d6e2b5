package headway.language.pattern;

/**
 * How a list's patterns are compared with values. A list has an index for each comparison that asks it.
 *
 * @param method not FOUND nor BOOL, which need no patterns
 * @param ignoresCase {@code -i}
 * @param resolves names of hosts may stand for their addresses as the configuration is read (not {@code -n})
 */
public record Comparison(MatchMethod method, boolean ignoresCase, boolean resolves) {
    /** What maps and the runtime do: case counts, and nothing is resolved. */
    public static Comparison of(MatchMethod method) {
        return new Comparison(method, false, false);
    }

    PatternIndex index(Entries entries) {
        return switch (method) {
            case STR -> new ExactIndex(entries, ignoresCase ? KeyForm.FOLDED : KeyForm.PLAIN);
            case BIN -> new ExactIndex(entries, KeyForm.HEX);
            case BEG -> new TextIndex(entries, TextKind.BEGIN, ignoresCase);
            case END -> new TextIndex(entries, TextKind.END, ignoresCase);
            case SUB -> new TextIndex(entries, TextKind.ANYWHERE, ignoresCase);
            case DIR -> new TextIndex(entries, TextKind.DIRECTORY, ignoresCase);
            case DOM -> new TextIndex(entries, TextKind.DOMAIN, ignoresCase);
            case INT -> new RangeIndex(entries, RangeIndex.Subject.NUMBER);
            case LEN -> new RangeIndex(entries, RangeIndex.Subject.LENGTH);
            case VERSION -> new RangeIndex(entries, RangeIndex.Subject.VERSION);
            case IP -> new AddressIndex(entries, resolves);
            case REG -> new RegexIndex(entries, ignoresCase);
            case METH -> new MethodIndex(entries, ignoresCase);
            case FOUND, BOOL -> throw new IllegalArgumentException(method + " has no patterns");
        };
    }
}
