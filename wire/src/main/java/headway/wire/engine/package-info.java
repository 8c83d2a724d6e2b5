/**
 * The event loop and its connections: bytes have come, room has come, the peer has closed, time is up. No descriptor and no flag of the
 * operating system leaves this package.
 */
@NullMarked
package headway.wire.engine;

import org.jspecify.annotations.NullMarked;
