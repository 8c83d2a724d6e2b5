/** Persistence: the cookie that brings a client back to its server, read from requests and written into responses. */
@NullMarked
package headway.traffic.persist;

import org.jspecify.annotations.NullMarked;
