/** Fuzzers beside the parsers, and the program that runs them for as long as one likes. */
@NullMarked
package headway.quality.fuzz;

import org.jspecify.annotations.NullMarked;
