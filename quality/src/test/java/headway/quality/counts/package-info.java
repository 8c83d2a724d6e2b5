/** What {@code show stat} counts of traffic whose every step is known. */
@NullMarked
package headway.quality.counts;

import org.jspecify.annotations.NullMarked;
