/** Which backend a request goes to, and which of them are closed to it. */
@NullMarked
package headway.quality.switching;

import org.jspecify.annotations.NullMarked;
