/** What is known of a stream when it ends: its times, bytes, state and names; what logs, statistics and explanations read. */
@NullMarked
package headway.traffic.account;

import org.jspecify.annotations.NullMarked;
