package headway.language.table;

import headway.language.syntax.Mistake;

/**
 * An argument of a certain type.
 *
 * @param form as the reference shows it, such as {@code <time>}
 */
public record Argument<T>(String form, Taker<T> taker) {
    /** Takes the words of one value. */
    @FunctionalInterface
    public interface Taker<T> {
        T take(Arguments words) throws Mistake;
    }

    T read(Arguments words) throws Mistake {
        return taker.take(words);
    }
}
