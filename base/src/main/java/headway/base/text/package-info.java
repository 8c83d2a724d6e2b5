/** Texts for people: near words, lists, counts. */
@NullMarked
package headway.base.text;

import org.jspecify.annotations.NullMarked;
