package headway.language.sample;

/** One argument that an entry takes, and how its text becomes a value. */
public interface Parameter<T> {
    /** HAProxy's word for the type, used in messages. */
    String type();

    /** The name under which the manual shows it. */
    String name();

    /**
     * The value of a text that was given.
     *
     * @throws BindException without the position of the argument, which the caller adds
     */
    T parse(String text, Binding binding) throws BindException;

    /** Whether it may be left out (or be empty). */
    default boolean isOptional() {
        return false;
    }

    /** The value of an argument that is not given, where that depends on where it stands. */
    default T absent(Binding binding) throws BindException {
        return absent();
    }

    /** The value of an argument that is not given. */
    default T absent() {
        throw new IllegalStateException("not optional");
    }
}
