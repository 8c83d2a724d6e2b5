/** What is counted: columns written by each loop for itself, gauges shared by all, rates of the last second, sliding averages. */
@NullMarked
package headway.traffic.counter;

import org.jspecify.annotations.NullMarked;
