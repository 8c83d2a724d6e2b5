/** {@code headway demo}: three servers, the proxy in front of them in three modes, and a client that shows the difference. */
@NullMarked
package headway.app.demo;

import org.jspecify.annotations.NullMarked;
