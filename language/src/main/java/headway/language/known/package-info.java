/** The names that HAProxy's language has: what is known before it is supported. */
@NullMarked
package headway.language.known;

import org.jspecify.annotations.NullMarked;
