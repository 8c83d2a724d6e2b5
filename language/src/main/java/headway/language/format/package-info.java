/** Formats: texts with expressions in them, as log lines, header values and reply bodies are written. */
@NullMarked
package headway.language.format;

import org.jspecify.annotations.NullMarked;
