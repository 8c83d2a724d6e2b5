package headway.operate.stats;

/** The type of a value in the {@code typed} form. */
public enum Type {
    S32("s32"),
    U32("u32"),
    U64("u64"),
    STR("str");

    private final String word;

    Type(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
