package headway.language.sample;

/**
 * The carrier of one value on its way from a fetch through converters to a match, a format or a variable. One object is reused for many values; which
 * members count depends on the type.
 *
 * <p>The text view is never written to: it may be a message as received or a literal of the configuration. A converter that makes a new text takes
 * {@link Scratch scratch} memory for it.
 */
public final class Sample {
    /** Never {@code ANY} nor {@code ADDR}. */
    public SampleType type = SampleType.BOOL;
    /** BOOL: 0 or 1; SINT: the number; IPV4: the address, unsigned; METH: the number of {@link headway.http.Method}. */
    public long integer;
    /** STR, BIN, METH: where the text lies in the slab. */
    public int at;

    public int length;
    /** IPV6: the first eight bytes in network order. */
    public long high;
    /** IPV6: the last eight bytes. */
    public long low;

    /** The value, or that there is none, may be different once more data has come: a condition on it says "not yet" and not "no". */
    public boolean mayChange;

    /** Asked for by a condition: give the values of a fetch that has several one after the other. */
    public boolean iterate;
    /** With {@link #iterate}: another value follows; read again. */
    public boolean more;
    /** Where the fetch goes on at the next read; 0 and 0 at first. What they count is the fetch's own matter. */
    public int cursor;

    public int cursorOffset;

    /** Ready for a fetch that is asked for one value. */
    public void begin() {
        iterate = false;
        again();
        cursor = 0;
        cursorOffset = 0;
    }

    /** Ready for a fetch that is asked for its values in turn. */
    public void beginAll() {
        begin();
        iterate = true;
    }

    /** Ready for the next value of the same fetch. */
    public void again() {
        mayChange = false;
        more = false;
    }

    public boolean bool(boolean value) {
        type = SampleType.BOOL;
        integer = value ? 1 : 0;
        return true;
    }

    public boolean integer(long value) {
        type = SampleType.SINT;
        integer = value;
        return true;
    }

    public boolean text(int at, int length) {
        type = SampleType.STR;
        this.at = at;
        this.length = length;
        return true;
    }

    public boolean text(Text text) {
        return text(text.at(), text.length());
    }

    public boolean binary(int at, int length) {
        type = SampleType.BIN;
        this.at = at;
        this.length = length;
        return true;
    }

    public boolean ipv4(int address) {
        type = SampleType.IPV4;
        integer = address & 0xffffffffL;
        return true;
    }

    public boolean ipv6(long high, long low) {
        type = SampleType.IPV6;
        this.high = high;
        this.low = low;
        return true;
    }

    public boolean method(int id, int at, int length) {
        type = SampleType.METH;
        integer = id;
        this.at = at;
        this.length = length;
        return true;
    }

    /** No value now, and perhaps one later. */
    public boolean notYet() {
        mayChange = true;
        return false;
    }

    /** Takes over the other's value. */
    public void copy(Sample other) {
        type = other.type;
        integer = other.integer;
        at = other.at;
        length = other.length;
        high = other.high;
        low = other.low;
        mayChange = other.mayChange;
    }
}
