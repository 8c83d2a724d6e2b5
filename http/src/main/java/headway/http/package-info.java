/** The HTTP message, not its bytes on the wire: methods, status, field names, heads, the framing of a body, named violations. */
@NullMarked
package headway.http;

import org.jspecify.annotations.NullMarked;
