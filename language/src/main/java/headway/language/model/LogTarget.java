package headway.language.model;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code log} line.
 *
 * @param maximumLength of a message in bytes ({@code len}), 1024 unless set
 * @param form null when the line has no {@code format}: as {@link LogForm#LOCAL}, in a log-forward section as the message came
 * @param facility 0 to 23
 * @param level the highest number that is sent, 0 ({@code emerg}) to 7 ({@code debug})
 * @param minimumLevel messages more urgent than this are sent with this level
 * @param sampling which messages are sent, null for all
 * @param profile the {@code log-profile} that says how they are written, null for none
 */
public record LogTarget(
        Position position,
        Sink sink,
        int maximumLength,
        @Nullable LogForm form,
        int facility,
        int level,
        int minimumLevel,
        @Nullable Sampling sampling,
        @Nullable String profile) {

    /** Where it goes. */
    public sealed interface Sink {
        /** Syslog over UDP. */
        record Udp(Address.Inet address) implements Sink {}

        /** Syslog over a UNIX datagram socket; the path is looked up at each message, since the receiver may start later. */
        record Unix(String path) implements Sink {}

        /** A datagram socket in Linux' abstract namespace. */
        record Abstract(String name) implements Sink {}

        /** An inherited descriptor, {@code stdout} (1), {@code stderr} (2). */
        record Descriptor(int number) implements Sink {}

        /** A {@code ring} section. */
        record Ring(String name) implements Sink {}

        /** A stream to that address, through a ring of its own. */
        record Stream(Address address) implements Sink {}

        /** A backend in {@code mode log}. */
        record Backend(String name) implements Sink {}
    }

    /**
     * Of each {@code size} messages those in these places are sent.
     *
     * @param ranges do not overlap
     */
    public record Sampling(List<Range> ranges, int size) {
        public Sampling {
            ranges = List.copyOf(ranges);
        }

        /** True when the message in that place, from 1 on, is sent. */
        public boolean has(int place) {
            for (var i = 0; i < ranges.size(); i++) {
                var range = ranges.get(i);
                if (place >= range.low && place <= range.high) return true;
            }
            return false;
        }
    }

    /** From 1 on, both included. */
    public record Range(int low, int high) {}

    /** HAProxy's {@code format} words. */
    public enum LogForm {
        RFC3164,
        LOCAL,
        RFC5424,
        PRIORITY,
        SHORT,
        TIMED,
        ISO,
        RAW
    }
}
