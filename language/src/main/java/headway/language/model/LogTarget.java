package headway.language.model;

import headway.base.diagnostic.Position;
import headway.base.units.Address;

/**
 * One {@code log} line.
 *
 * @param maximumLength of a message in bytes ({@code len}), 1024 unless set
 * @param facility 0 to 23
 * @param level the highest number that is sent, 0 ({@code emerg}) to 7 ({@code debug})
 * @param minimumLevel messages more urgent than this are sent with this level
 */
public record LogTarget(
        Position position, Sink sink, int maximumLength, LogForm form, int facility, int level, int minimumLevel) {

    /** Where it goes. */
    public sealed interface Sink {
        /** Syslog over UDP. */
        record Udp(Address.Inet address) implements Sink {}

        /** Syslog over a UNIX datagram socket; the path is looked up at each message, since the receiver may start later. */
        record Unix(String path) implements Sink {}

        /** An inherited descriptor, {@code stdout} (1), {@code stderr} (2). */
        record Descriptor(int number) implements Sink {}
    }

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
