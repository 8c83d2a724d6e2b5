package headway.quality.shape;

/**
 * The shape of one method or constructor.
 *
 * @param line where its signature begins, from 1
 * @param lines from the signature to the closing brace, annotations and comments before it left out
 * @param parameters 0 for the constructor of a record or an enum, whose arguments are the columns of a table
 * @param nesting how deep its deepest {@code if}, loop, {@code switch} or {@code try} stands; an {@code else if} is as deep as its {@code if}
 * @param isTable true when it only lists: expressions and one {@code return}, no control flow and no locals
 */
public record Method(
        String name,
        int line,
        int lines,
        int parameters,
        int nesting,
        boolean isTable,
        boolean isOverride,
        boolean isTest) {}
