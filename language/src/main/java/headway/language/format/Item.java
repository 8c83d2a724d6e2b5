package headway.language.format;

import headway.language.line.LineWriter;
import headway.language.sample.Scope;

/** A piece of a format, bound: a literal, an alias or an expression with its flags. */
@FunctionalInterface
interface Item {
    void write(Scope scope, LineWriter out);
}
