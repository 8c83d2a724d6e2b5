/** Hashes and checksums that are not for security: those by which HAProxy chooses servers and those its converters give. */
@NullMarked
package headway.base.hash;

import org.jspecify.annotations.NullMarked;
