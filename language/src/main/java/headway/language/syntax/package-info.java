/** What was written: files into lines, lines into words, with the place of each. */
@NullMarked
package headway.language.syntax;

import org.jspecify.annotations.NullMarked;
