/** What the command line can have written out: the known keywords ({@code -dK}) and the configuration as it was read ({@code -dC}). */
@NullMarked
package headway.app.dump;

import org.jspecify.annotations.NullMarked;
