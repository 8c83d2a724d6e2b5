/** Backends at run time: from a request to a server. */
@NullMarked
package headway.traffic.route;

import org.jspecify.annotations.NullMarked;
