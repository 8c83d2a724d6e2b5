/** Conditions on the program and its environment: what {@code .if} and {@code -cc} ask before anything runs. */
@NullMarked
package headway.language.predicate;

import org.jspecify.annotations.NullMarked;
