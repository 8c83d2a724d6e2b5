/** Sizes and shapes of the source files, read with the compiler's own parser. */
@NullMarked
package headway.quality.shape;

import org.jspecify.annotations.NullMarked;
