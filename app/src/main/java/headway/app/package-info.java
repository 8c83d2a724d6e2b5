/** The program: the command line, what it asks for, and the wiring of all parts. */
@NullMarked
package headway.app;

import org.jspecify.annotations.NullMarked;
