/** Conditions of rules: access control lists, their patterns, and how tests combine. */
@NullMarked
package headway.language.condition;

import org.jspecify.annotations.NullMarked;
