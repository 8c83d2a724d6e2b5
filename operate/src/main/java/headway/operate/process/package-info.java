/** The process: how it starts, which signals it answers, and how it ends. */
@NullMarked
package headway.operate.process;

import org.jspecify.annotations.NullMarked;
