/** Counters that one loop writes and anybody sums. */
@NullMarked
package headway.base.counters;

import org.jspecify.annotations.NullMarked;
