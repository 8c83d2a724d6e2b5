/** Rule sets as they run: bound actions with their conditions, the verdicts they give and the replies they ask for. */
@NullMarked
package headway.language.rule;

import org.jspecify.annotations.NullMarked;
