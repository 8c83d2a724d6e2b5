package headway.language.format;

import headway.language.sample.Sample;
import headway.language.sample.Scope;

/** A bound text with expressions in it ({@code log-format}). */
public interface Format {
    /**
     * Writes the text into the stream's scratch memory, or gives a view of where it already lies.
     *
     * @return false when it is longer than a buffer holds
     */
    boolean write(Scope scope, Sample out);
}
