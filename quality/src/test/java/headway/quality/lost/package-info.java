/** No request is lost, answered twice or mixed up while servers die, stall and come back. */
@NullMarked
package headway.quality.lost;

import org.jspecify.annotations.NullMarked;
