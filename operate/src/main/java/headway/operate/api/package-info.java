/** The runtime API: the commands on {@code stats socket} and how a session of it goes. */
@NullMarked
package headway.operate.api;

import org.jspecify.annotations.NullMarked;
