/** The runtime API of the whole program. */
@NullMarked
package headway.quality.api;

import org.jspecify.annotations.NullMarked;
