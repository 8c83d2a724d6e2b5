/** The same bytes through the real HAProxy and through Headway. */
@NullMarked
package headway.quality.compare;

import org.jspecify.annotations.NullMarked;
