package headway.operate.log;

import headway.base.memory.Buffers;
import headway.language.line.LineWriter;

/** A ring: what it has no room for is counted there, and told in it as soon as there is room again. */
final class RingOutlet implements Outlet {
    private static final int NOTICE = 5;
    private static final int SIZE = SyslogHeader.SIZE + 64;

    private final MessageRing ring;
    private final int longestText;
    /** Of the line that tells of a loss. */
    private final SyslogHeader header;

    private final LogClock clock;
    private final LineWriter writer = new LineWriter();
    private final int writerAt = Buffers.reserve(SIZE);

    RingOutlet(MessageRing ring, int longestText, SyslogHeader header, LogClock clock) {
        this.ring = ring;
        this.longestText = longestText;
        this.header = header;
        this.clock = clock;
    }

    @Override
    public int longest() {
        return ring.model().maximumLength();
    }

    @Override
    public int longestText() {
        return longestText;
    }

    /** As HAProxy: first the number of those that are lost, and if even that has no room, one more is lost. */
    @Override
    public boolean send(int at, int length, int textAt) {
        synchronized (ring) {
            if (ring.dropped() > 0 && !tell(ring.dropped())) ring.drop();
            else if (!ring.put(at, length)) ring.drop();
        }
        return true;
    }

    private boolean tell(long lost) {
        writer.begin(writerAt, SIZE);
        header.write(writer, NOTICE, clock.date(), clock.micros());
        writer.number(lost);
        writer.text(lost == 1 ? " event dropped" : " events dropped");
        if (!ring.put(writerAt, Math.min(writer.length(), longest()))) return false;
        ring.told(lost);
        return true;
    }

    /** They are the ring's own. */
    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public void close() {}
}
