package headway.language.sample;

import headway.language.line.LineWriter;

/** Something of a stream that a line shows, bound. */
@FunctionalInterface
public interface LineValue {
    /**
     * Writes it.
     *
     * @return false when there is none; nothing has been written then
     */
    boolean write(Scope scope, LineWriter out);
}
