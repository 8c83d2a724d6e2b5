/** The actions of rules, a table a subject. */
@NullMarked
package headway.traffic.action;

import org.jspecify.annotations.NullMarked;
