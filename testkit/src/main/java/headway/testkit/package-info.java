/** The Lab: real sockets on free ports, recording servers and clients, log sinks, and programs that are started as a user would. */
@NullMarked
package headway.testkit;

import org.jspecify.annotations.NullMarked;
