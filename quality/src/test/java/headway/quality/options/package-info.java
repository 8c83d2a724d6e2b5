/** What single words of a configuration do, seen from outside; the real HAProxy runs the same tests where it has the word. */
@NullMarked
package headway.quality.options;

import org.jspecify.annotations.NullMarked;
