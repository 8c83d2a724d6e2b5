/** What a section means as far as its lines have been read: mutable, owned by the load, turned into the model at its end. */
@NullMarked
package headway.language.draft;

import org.jspecify.annotations.NullMarked;
