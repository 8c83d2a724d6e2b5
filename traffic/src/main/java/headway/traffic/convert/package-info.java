/** The converters, a table a subject: what expressions can make of a value. */
@NullMarked
package headway.traffic.convert;

import org.jspecify.annotations.NullMarked;
