package headway.base.diagnostic;

/** What kind of thing a diagnostic is about: a word that editors and scripts can compare, since messages may change. */
public enum Code {
    /** The words of a line cannot be made out: a quote that does not end, a forbidden character. */
    SYNTAX("syntax"),
    /** A directive of conditional blocks is wrong: {@code .if} and its kin. */
    CONDITION("condition"),
    /** No keyword of that name is known. */
    UNKNOWN_KEYWORD("unknown-keyword"),
    /** HAProxy has it and Headway does not yet. */
    NOT_YET("not-yet"),
    /** HAProxy once had it. */
    REMOVED("removed"),
    /** It belongs in another section. */
    WRONG_SECTION("wrong-section"),
    /** What follows a keyword is not understood. */
    INVALID("invalid"),
    /** A rule, condition, expression or format is not understood. */
    INVALID_RULE("invalid-rule"),
    /** Something is named that is not there, or does not fit. */
    REFERENCE("reference"),
    /** A file cannot be read. */
    FILE("file"),
    /** HAProxy warns of it. */
    SUSPICIOUS("suspicious"),
    /** It has another name by now. */
    DEPRECATED("deprecated"),
    /** It does nothing here. */
    NO_EFFECT("no-effect"),
    /** A message that the configuration asks for: {@code .notice} and its kin. */
    MESSAGE("message"),
    /** A rule behind others that run after it. */
    RULE_ORDER("rule-order"),
    /** A rule behind one that always ends its rule set. */
    UNREACHABLE_RULE("unreachable-rule"),
    /** A named ACL that no rule uses. */
    UNUSED_ACL("unused-acl"),
    /** A backend that nothing leads to. */
    UNUSED_BACKEND("unused-backend"),
    /** A {@code use_backend} that an earlier one takes everything from. */
    SHADOWED_CHOICE("shadowed-choice"),
    /** Two servers of a backend that are the same. */
    SAME_ADDRESS("same-address"),
    /** Field names in two spellings, which are one name. */
    FIELD_CASE("field-case"),
    /** {@code option redispatch} where nothing is tried again. */
    REDISPATCH_WITHOUT_RETRY("redispatch-without-retry"),
    /** A timeout where nothing waits that long. */
    USELESS_TIMEOUT("useless-timeout"),
    /** A regular expression that needs the engine that may take long. */
    SLOW_REGEX("slow-regex");

    private final String word;

    Code(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
