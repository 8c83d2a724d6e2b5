/** Servers at run time: their state, the slots and queues in front of them, the idle connections to them. */
@NullMarked
package headway.traffic.server;

import org.jspecify.annotations.NullMarked;
