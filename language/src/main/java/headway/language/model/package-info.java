/** What was meant: a configuration as immutable records, with inheritance and defaults applied and the places kept that a notice may name. */
@NullMarked
package headway.language.model;

import org.jspecify.annotations.NullMarked;
