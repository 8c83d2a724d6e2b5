/** The doors: listening sockets, who may come in, and as what. */
@NullMarked
package headway.traffic.listen;

import org.jspecify.annotations.NullMarked;
