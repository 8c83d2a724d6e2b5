/** The sample fetches, a table a subject: what expressions can read of a stream. */
@NullMarked
package headway.traffic.fetch;

import org.jspecify.annotations.NullMarked;
