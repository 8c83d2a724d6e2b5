package headway.operate.log;

import headway.language.format.LineFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a stream.
 *
 * @param data structured data (RFC 5424 6.3) for outputs that can have them, null for none
 */
record OutputLine(StreamLine text, @Nullable LineFormat data) {}
