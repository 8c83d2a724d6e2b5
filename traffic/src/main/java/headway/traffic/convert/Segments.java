package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;

/** The options of a TCP segment (RFC 9293 3.1, RFC 7323, RFC 2018). */
final class Segments {
    static final int MAXIMUM_SIZE = 2;
    static final int WINDOW_SCALE = 3;
    static final int SACK_PERMITTED = 4;
    static final int TIMESTAMP = 8;
    private static final int NOTHING = 1;

    private Segments() {}

    /** 0 when the option is not there. */
    static int maximumSize(Sample segment) {
        var option = Packets.option(segment, MAXIMUM_SIZE, 4);
        return option < 0 ? 0 : Packets.shortAt(segment, option + 2);
    }

    static int windowScale(Sample segment) {
        var option = Packets.option(segment, WINDOW_SCALE, 3);
        return option < 0 ? 0 : Packets.byteAt(segment, option + 2);
    }

    /** One more than the scale, at most 15; 0 when there is none. */
    static int windowScaleOr0(Sample segment) {
        return Packets.option(segment, WINDOW_SCALE, 3) < 0 ? 0 : Math.min(windowScale(segment) + 1, 15);
    }

    static boolean hasSackPermitted(Sample segment) {
        return Packets.option(segment, SACK_PERMITTED, 2) >= 0;
    }

    /** Where the sender's time stands; -1 without the option. */
    static int timestamp(Sample segment) {
        var option = Packets.option(segment, TIMESTAMP, 10);
        return option < 0 ? -1 : option + 2;
    }

    /** A bit for each kind from 2 to 8, and the highest one for all above. */
    static int optionBits(Sample segment) {
        var bits = 0;
        var end = Packets.endOfTcp(segment);
        for (var i = Packets.TCP_HEADER; Packets.isOption(segment, i, end); i = Packets.nextOption(segment, i, end)) {
            var kind = Packets.byteAt(segment, i);
            if (kind > NOTHING) bits |= kind > TIMESTAMP ? 128 : 1 << kind - 2;
        }
        return bits;
    }

    /** Writes the kinds of all options, and says how many. */
    static int putKinds(int at, Sample segment) {
        var count = 0;
        var end = Packets.endOfTcp(segment);
        for (var i = Packets.TCP_HEADER; Packets.isOption(segment, i, end); i = Packets.nextOption(segment, i, end))
            Slab.putByte(at + count++, (byte) Packets.byteAt(segment, i));
        return count;
    }
}
