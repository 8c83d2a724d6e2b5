/** The main job with real sockets: requests in turn, connections reused, and what happens when a server dies. */
@NullMarked
package headway.quality.mainjob;

import org.jspecify.annotations.NullMarked;
