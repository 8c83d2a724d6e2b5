/** The engine of Linux: epoll, by system calls through java.lang.foreign. */
@NullMarked
package headway.wire.engine.epoll;

import org.jspecify.annotations.NullMarked;
