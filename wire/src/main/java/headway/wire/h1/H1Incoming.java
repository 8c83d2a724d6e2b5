package headway.wire.h1;

import headway.base.memory.Buffer;
import headway.base.memory.Buffers;
import headway.http.Head;
import org.jspecify.annotations.Nullable;

/** One message on its way in: its head, the states of its readers, and the memory in which the head stands once it has to outlive the receive buffer. */
final class H1Incoming {
    final Head head = new Head();
    final H1Reader reader = new H1Reader(H1Settings.STRICT);
    final H1Body body = new H1Body(H1Settings.STRICT);
    private @Nullable Buffer kept;
    private int seenAt;
    private int seenLength;

    /** For the next message, of a proxy with these settings. */
    void settings(H1Settings settings) {
        reader.settings(settings);
        body.settings(settings);
    }

    /** The bytes of an incomplete head may have moved since the last event. */
    void locate(int at) {
        if (seenLength > 0 && seenAt != at) head.moved(seenAt, seenLength, at);
    }

    void seen(int at, int length) {
        seenAt = at;
        seenLength = length;
    }

    /** Copies the complete head into memory of its own. */
    void keep(Buffers buffers) {
        if (kept != null || seenLength == 0) return;
        var copy = buffers.take(seenLength);
        copy.append(seenAt, seenLength);
        head.moved(seenAt, seenLength, copy.at());
        seenAt = copy.at();
        kept = copy;
    }

    /** Ready for a further head of the same message: an interim response was read. */
    void again() {
        release();
        head.clear();
        reader.reset();
    }

    void clear() {
        again();
        body.reset();
    }

    private void release() {
        seenLength = 0;
        var copy = kept;
        if (copy == null) return;
        kept = null;
        copy.release();
    }
}
