/** How far the language has come: HAProxy's lists of names against the tables. */
@NullMarked
package headway.quality.parity;

import org.jspecify.annotations.NullMarked;
