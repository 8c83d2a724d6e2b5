/** Addresses, durations and sizes as the configuration writes them. */
@NullMarked
package headway.base.units;

import org.jspecify.annotations.NullMarked;
