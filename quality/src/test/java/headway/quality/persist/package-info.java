/** Who goes where again: algorithms that hash and persistence, beside the real HAProxy. */
@NullMarked
package headway.quality.persist;

import org.jspecify.annotations.NullMarked;
