/** One request and its response on some connection: what HTTP/1 offers upward on both sides, and what later versions will. */
@NullMarked
package headway.wire.exchange;

import org.jspecify.annotations.NullMarked;
