/** A request or a TCP connection on its way from a client to a server and back: the stages, and what can happen in each. */
@NullMarked
package headway.traffic.stream;

import org.jspecify.annotations.NullMarked;
