package headway.language.sample;

/** A fetch that is bound to its arguments. */
@FunctionalInterface
public interface Reader {
    /**
     * Puts the value into {@code out}.
     *
     * @return false when there is none; {@link Sample#mayChange} then tells whether that is certain
     */
    boolean read(Scope scope, Sample out);
}
