/** What rules change of a stream beside its messages, through the program and, where HAProxy 2.6 knows it, through the real one. */
@NullMarked
package headway.quality.handling;

import org.jspecify.annotations.NullMarked;
