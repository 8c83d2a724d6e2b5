package headway.language.sample;

/** A proxy or server as far as expressions measure it. Any thread; nothing is made and nothing is locked. */
@FunctionalInterface
public interface Meter {
    /**
     * The figure at that time.
     *
     * @param nanos the loop's time, for rates
     */
    long read(Measure measure, long nanos);
}
