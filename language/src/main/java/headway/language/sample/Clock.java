package headway.language.sample;

/** What is measured all the time and costs a look at the clock each time, so that it is only done where a line of the configuration reads it. */
public enum Clock {
    /** How long each call of a stream took, and how long it was waited for. */
    CALLS,
    /** How much of its time each loop works. */
    TURNS
}
