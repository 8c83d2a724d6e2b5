/** The few functions of libc that an operator's side of the program needs: writing to a descriptor, sending a signal, changing user and limits. */
@NullMarked
package headway.operate.system;

import org.jspecify.annotations.NullMarked;
