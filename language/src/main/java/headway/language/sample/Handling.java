package headway.language.sample;

import headway.base.units.Address;
import headway.language.model.BandwidthLimit;

/** What actions change of a stream beside its messages. The stream implements it; all calls come on its loop. */
public interface Handling {
    /** Sets a number; what depends on it, such as an option of the client's socket or a running timer, follows at once. */
    void set(Setting setting, long value);

    /** What rules have set, or {@code otherwise}. */
    long setting(Setting setting, long otherwise);

    /** Replaces {@link Scope#source}: for the whole connection in {@code tcp-request connection} and {@code session} rules, else for this stream. */
    void source(Address address);

    /** Replaces {@link Scope#destination}. */
    void destination(Address address);

    /** The texts kept for the log line. */
    Captures captures();

    /**
     * Adds a field to the interim response 103 (RFC 8297) that comes next.
     *
     * @param id of the field's name, or 0
     */
    void hint(int id, int nameAt, int nameLength, int valueAt, int valueLength);

    /** That response has all its fields: it is sent, and another hint begins the next one. */
    void endHints();

    /**
     * Has the log lines of this stream written now, as far as its facts are known.
     *
     * @param step the name of the rule set as log profiles write it: {@code http-req}
     * @param profile the log profile that counts for this line alone, or an empty text
     */
    void log(String step, String profile);

    /**
     * Holds the stream to so many bytes in a time from now on.
     *
     * @param filter which direction, and of what another call with the same takes the place
     */
    void limit(BandwidthLimit filter, long bytes, long periodNanos);

    /** A head could not be edited: it is counted ({@code wrew}), whether or not the stream ends of it. */
    void rewriteFailed();

    /**
     * The client's connection shall vanish without a word.
     *
     * @param hops how many hops a reset lives; 0: none is sent if that can be
     */
    void vanish(int hops);
}
