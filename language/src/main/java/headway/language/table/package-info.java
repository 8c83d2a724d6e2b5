/** The tables of the configuration's keywords, a class a subject, and what reads a line by them. */
@NullMarked
package headway.language.table;

import org.jspecify.annotations.NullMarked;
