/** Limits and what happens at them, seen from outside. */
@NullMarked
package headway.quality.limits;

import org.jspecify.annotations.NullMarked;
