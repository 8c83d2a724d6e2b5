package headway.language.pattern;

import headway.language.sample.SampleType;
import org.jspecify.annotations.Nullable;

/** The ways in which an ACL compares: the words of {@code -m} (configuration manual 7.1), and what they want the value to be. */
public enum MatchMethod {
    FOUND("found", SampleType.ANY),
    /** As watched it takes whatever is a number, so that an IPv4 address is true. */
    BOOL("bool", SampleType.SINT),
    INT("int", SampleType.SINT),
    IP("ip", SampleType.ADDR),
    BIN("bin", SampleType.BIN),
    LEN("len", SampleType.STR),
    STR("str", SampleType.STR),
    BEG("beg", SampleType.STR),
    END("end", SampleType.STR),
    SUB("sub", SampleType.STR),
    DIR("dir", SampleType.STR),
    DOM("dom", SampleType.STR),
    REG("reg", SampleType.STR),
    /** Of methods: what {@code method} does without {@code -m}. */
    METH("", SampleType.METH),
    /** Of versions, which are numbers with a dot: what comes without {@code -m}. */
    VERSION("", SampleType.SINT);

    private final String word;
    private final SampleType type;

    MatchMethod(String word, SampleType type) {
        this.word = word;
        this.type = type;
    }

    public String word() {
        return word;
    }

    public SampleType type() {
        return type;
    }

    /** Whether it takes numbers, and so operators before them. */
    public boolean isNumeric() {
        return this == INT || this == LEN || this == VERSION;
    }

    /** The method of that word, null when there is none. */
    public static @Nullable MatchMethod of(String word) {
        for (var method : values()) if (!word.isEmpty() && method.word.equals(word)) return method;
        return null;
    }

    /** What compares values of a type when nothing is said; null when something must be. */
    public static @Nullable MatchMethod usual(SampleType type) {
        return switch (type) {
            case BOOL -> BOOL;
            case SINT -> INT;
            case ADDR, IPV4, IPV6 -> IP;
            case STR -> STR;
            case ANY, BIN, METH -> null;
        };
    }
}
