/** What is told to the operator about a mistake: where, what, and what was probably meant. */
@NullMarked
package headway.base.diagnostic;

import org.jspecify.annotations.NullMarked;
