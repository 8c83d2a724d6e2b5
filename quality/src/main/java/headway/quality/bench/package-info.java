/** What {@code ./dev bench} measures: processor time, system calls, allocation and memory of Headway against HAProxy's. */
@NullMarked
package headway.quality.bench;

import org.jspecify.annotations.NullMarked;
