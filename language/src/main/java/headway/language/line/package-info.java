/** Lines as they are written: texts, numbers, dates and addresses into memory, without making an object. */
@NullMarked
package headway.language.line;

import org.jspecify.annotations.NullMarked;
