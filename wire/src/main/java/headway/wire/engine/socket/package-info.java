/** What loops and connections do the same way on every engine; an engine adds its system calls. */
@NullMarked
package headway.wire.engine.socket;

import org.jspecify.annotations.NullMarked;
