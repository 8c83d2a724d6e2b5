package headway.traffic.account;

import headway.language.sample.Sample;
import headway.language.sample.Scope;

/** A stream whose accounts can be read while it runs: what aliases of formats look at. */
public interface StreamFacts extends Scope {
    Account account();

    /**
     * Reads what {@code unique-id-format} makes, and makes it if that is not done yet.
     *
     * @return false when the frontend has no such format
     */
    boolean uniqueId(Sample out);

    /** How many lines its frontend has written so far. */
    long linesWritten();
}
