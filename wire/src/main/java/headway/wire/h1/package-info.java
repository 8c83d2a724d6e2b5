/** HTTP/1.x between bytes and messages: reading and writing heads in place, the framing of bodies, the edits a proxy owes to each side. */
@NullMarked
package headway.wire.h1;

import org.jspecify.annotations.NullMarked;
