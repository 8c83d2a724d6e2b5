/** Lines that are understood and cannot mean what their writer thought: a class for each kind, notices where HAProxy is silent. */
@NullMarked
package headway.language.lint;

import org.jspecify.annotations.NullMarked;
