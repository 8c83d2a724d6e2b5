package headway.language.pattern;

/** What a list may grow to. Reaching a limit while running is counted, see {@link PatternStore#refusals}. */
final class Limit {
    static final int ENTRIES = 1 << 24;
    static final int FILE = 1 << 27;
    /** Of keys and values, those that are not used any more included. */
    static final int BYTES = 1 << 28;
    /** A line of a file, or a key or value made by a rule. */
    static final int LINE = 1 << 20;
    /** Of all lists together, when rules add to them: what is read from files may be more. With an OutOfMemoryError each request that adds loses its connection. */
    static final long MEMORY = Runtime.getRuntime().maxMemory() / 2;
    /** Below this much waste no version is made anew. */
    static final int WASTE = 1 << 16;

    private Limit() {}
}
