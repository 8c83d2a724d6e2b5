package headway.language.table;

import headway.base.units.Size;
import headway.language.draft.RingDraft;
import headway.language.draft.TimeoutName;
import headway.language.syntax.Mistake;
import java.util.List;

/** {@code ring} sections: configuration manual 12.5. */
final class RingTable {
    static final List<Directive<RingDraft>> TABLE = List.of(
            Entry.<RingDraft>entry("description", "A text that the runtime API shows beside the ring.")
                    .in(Section.ONLY_RING)
                    .unset("the ring's name")
                    .example("description the last requests")
                    .reads("<text>", RingTable::description),
            Entry.<RingDraft>entry("format", "The form in which messages are kept and sent on.")
                    .in(Section.ONLY_RING)
                    .unset("format raw")
                    .example("format rfc5424", "format iso")
                    .reads(
                            "{ iso | local | raw | rfc3164 | rfc5424 | short | priority | timed }",
                            (ring, words) -> form(ring, words)),
            Entry.<RingDraft>entry("maxlen", "How long a message with its header may be; what is longer is cut.")
                    .in(Section.ONLY_RING)
                    .unset("maxlen 16384")
                    .example("maxlen 1200")
                    .reads("<length>", (ring, words) -> ring.maximumLength = size(words)),
            Entry.<RingDraft>entry("size", "How many bytes of messages are kept; the oldest make room for new ones.")
                    .in(Section.ONLY_RING)
                    .unset("size 16384")
                    .example("size 32764", "size 10m")
                    .reads("<size>", (ring, words) -> ring.size = size(words)),
            Entry.<RingDraft>entry(
                            "backing-file", "A file that the ring is mapped to, so that it outlives the process.")
                    .in(Section.ONLY_RING)
                    .example("backing-file /tmp/requests.ring")
                    .takes(Forms.word("path"), (ring, path) -> ring.backingFile = path),
            Entry.<RingDraft>entry("server", "A server that gets all messages over a connection.")
                    .in(Section.ONLY_RING)
                    .example("server collector 127.0.0.1:6514 log-proto octet-count")
                    .reads("<name> <address>:<port> [options]", (ring, words) -> BackTable.server(ring.servers, words)),
            Entry.<RingDraft>entry("timeout connect", "How long a connection to a server may take to come about.")
                    .in(Section.ONLY_RING)
                    .example("timeout connect 5s")
                    .takes(Forms.time(), (ring, nanos) -> ring.servers.timeouts.put(TimeoutName.CONNECT, nanos)),
            Entry.<RingDraft>entry("timeout server", "How long a server may take nothing of what waits for it.")
                    .in(Section.ONLY_RING)
                    .example("timeout server 10s")
                    .takes(Forms.time(), (ring, nanos) -> ring.servers.timeouts.put(TimeoutName.SERVER, nanos)));

    private RingTable() {}

    private static void description(RingDraft ring, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("missing ring description text.");
        ring.description = words.rest();
    }

    private static void form(RingDraft ring, Arguments words) throws Mistake {
        var word = words.next();
        ring.form = LogTargets.form(word).orElseThrow(() -> words.mistake("unknown format '" + word + "'."));
        words.end();
    }

    private static int size(Arguments words) throws Mistake {
        var word = words.next();
        var size = Size.parse(word);
        if (size.isEmpty() || size.getAsLong() < 1 || size.getAsLong() > Integer.MAX_VALUE)
            throw words.mistake("invalid size '" + word + "' for new sink buffer.");
        words.end();
        return (int) size.getAsLong();
    }
}
