/** Samples: typed values taken from a stream while it runs, what a stream offers for that, and the bound readers and converters that work on them. */
@NullMarked
package headway.language.sample;

import org.jspecify.annotations.NullMarked;
