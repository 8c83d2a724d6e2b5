/** What is counted, as the runtime API shows it: the columns of {@code show stat} and the lines of {@code show info}. */
@NullMarked
package headway.operate.stats;

import org.jspecify.annotations.NullMarked;
