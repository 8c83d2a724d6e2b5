/** Sample fetches against the program as a whole: what they read of running streams, proxies and servers. */
@NullMarked
package headway.quality.sample;

import org.jspecify.annotations.NullMarked;
