package headway.traffic.stream;

import headway.base.memory.Buffer;
import headway.http.Head;
import headway.language.model.BandwidthLimit;
import headway.language.sample.Direction;
import headway.wire.engine.Timer;
import headway.wire.exchange.Exchange;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Holds one direction of a stream to the speed that rules have set. While bytes are held back their source is paused; what flows inside the kernel cannot be held. */
final class Throttle {
    private final Stream stream;
    private final Direction direction;
    /** Those in use come first; kept for the next stream. */
    private final ArrayList<Pace> paces = new ArrayList<>();

    private final Timer timer = new Timer() {
        @Override
        protected void expired() {
            passOn();
            stream.advance();
            stream.worker.h1().flush();
        }
    };
    private int used;
    private @Nullable Buffer held;
    private boolean ended;

    Throttle(Stream stream, Direction direction) {
        this.stream = stream;
        this.direction = direction;
    }

    void clear() {
        if (used == 0) return;
        used = 0;
        ended = false;
        release();
        if (timer.isArmed()) stream.worker.loop().disarm(timer);
    }

    boolean isActive() {
        return used > 0;
    }

    /** Bytes wait for their time. */
    boolean holds() {
        return held != null;
    }

    void set(BandwidthLimit filter, long bytes, long periodNanos) {
        var index = 0;
        while (index < used && paces.get(index).filter != filter) index++;
        if (index == paces.size()) paces.add(new Pace());
        if (index == used) used++;
        paces.get(index).begin(filter, bytes, periodNanos, stream.nanos());
    }

    void data(int at, int length) {
        var kept = held;
        if (kept == null) kept = stream.worker.loop().buffers().take(Math.max(1024, length));
        else if (kept.room() < length) kept = larger(kept, length);
        held = kept;
        kept.append(at, length);
        passOn();
        if (holds()) source().pause();
    }

    private Buffer larger(Buffer small, int more) {
        var big = stream.worker.loop().buffers().take(small.length() + more);
        big.append(small.at(), small.length());
        small.release();
        return big;
    }

    void end(@Nullable Head trailers) {
        ended = true;
        if (!holds()) target().end(trailers);
    }

    /** Passes on what is due; the rest waits for the timer, or for room. */
    void passOn() {
        var kept = held;
        if (kept == null || target().pending() > 0) return;
        var now = stream.nanos();
        var free = (long) kept.length();
        for (var i = 0; i < used; i++) free = paces.get(i).allowance(free, now);
        if (free > 0) {
            for (var i = 0; i < used; i++) paces.get(i).took(free);
            target().data(kept.at(), (int) free);
            target().flush();
            kept.consume((int) free);
        }
        if (kept.length() > 0) stream.worker.loop().arm(timer, dueNanos(kept.length(), now));
        else emptied();
    }

    private long dueNanos(long wanted, long now) {
        var due = now;
        for (var i = 0; i < used; i++) due = Math.max(due, paces.get(i).dueNanos(wanted, now));
        return due;
    }

    private void emptied() {
        release();
        if (ended)
            target().end(stream.relay.passed(
                    direction, stream.content(direction).trailers()));
        else source().resume();
    }

    private void release() {
        var kept = held;
        held = null;
        if (kept != null) kept.release();
    }

    private Exchange target() {
        return direction == Direction.REQUEST ? stream.upstream.exchange() : stream.client();
    }

    private Exchange source() {
        return direction == Direction.REQUEST ? stream.client() : stream.upstream.exchange();
    }
}
