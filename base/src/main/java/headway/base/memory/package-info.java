/** The process-wide native slab and the buffers cut from it. */
@NullMarked
package headway.base.memory;

import org.jspecify.annotations.NullMarked;
