/** The portable engine, on java.nio: for systems without epoll, and the oracle of the tests. */
@NullMarked
package headway.wire.engine.nio;

import org.jspecify.annotations.NullMarked;
