/** From lines to the model: which section a line belongs to, what defaults give, and what the proxies have to say of each other. */
@NullMarked
package headway.language.resolve;

import org.jspecify.annotations.NullMarked;
