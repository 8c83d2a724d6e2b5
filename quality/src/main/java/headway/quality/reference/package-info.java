/** The reference manual, written from the tables. */
@NullMarked
package headway.quality.reference;

import org.jspecify.annotations.NullMarked;
