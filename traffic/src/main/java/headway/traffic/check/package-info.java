/** Health checks: asking servers whether they are alive, on the loops that also carry the traffic. */
@NullMarked
package headway.traffic.check;

import org.jspecify.annotations.NullMarked;
