/** Lists of patterns: what ACLs and maps look values up in, shared by name, indexed by each way of comparing, and changed while loops read them. */
@NullMarked
package headway.language.pattern;

import org.jspecify.annotations.NullMarked;
