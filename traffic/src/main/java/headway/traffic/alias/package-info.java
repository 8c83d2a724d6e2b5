/** The aliases of log formats, a table a subject. */
@NullMarked
package headway.traffic.alias;

import org.jspecify.annotations.NullMarked;
