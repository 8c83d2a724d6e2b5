/** How streams end: what can happen in each stage, what the client gets and what the log says of it. */
@NullMarked
package headway.quality.ends;

import org.jspecify.annotations.NullMarked;
