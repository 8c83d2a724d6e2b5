/** Log lines: of each stream in HAProxy's formats, of what happens to the process and its servers, to syslog, descriptors and the terminal. */
@NullMarked
package headway.operate.log;

import org.jspecify.annotations.NullMarked;
