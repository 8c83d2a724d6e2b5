/** Who gets the next session: a class an algorithm. */
@NullMarked
package headway.traffic.balance;

import org.jspecify.annotations.NullMarked;
