/** Where log messages go, as a user sees it: targets, rings, log backends and log-forward sections of the started program, beside HAProxy's. */
@NullMarked
package headway.quality.logs;

import org.jspecify.annotations.NullMarked;
