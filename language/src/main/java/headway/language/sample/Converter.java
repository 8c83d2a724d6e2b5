package headway.language.sample;

/** A converter that is bound to its arguments. */
@FunctionalInterface
public interface Converter {
    /**
     * Replaces the value by the converted one. The type it is given is the one it asks for.
     *
     * @return false when this value cannot be converted: the expression then has no value
     */
    boolean convert(Scope scope, Sample value);
}
