package headway.quality.shape;

/**
 * A field of a class.
 *
 * @param name with the class before it, such as {@code Buffers.NEXT}
 * @param initial the expression it starts with, as written, or an empty string
 */
public record Field(String name, int line, String type, boolean isStatic, boolean isFinal, String initial) {}
