package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.wire.engine.Connection;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;
import headway.wire.exchange.RawExchange;
import org.jspecify.annotations.Nullable;

/**
 * {@code mode auto}: finds out whether a client speaks HTTP/1. A whole request line decides for it; the first byte that no request line can have, too much without a line's
 * end, or silence for {@code inspect-delay} decide against it, so that protocols in which the server speaks first work.
 */
final class Sniffer implements ExchangeListener {
    /** Longer than this no request line is waited for. */
    private static final int LONGEST_LINE = 8192;

    private enum Guess {
        HTTP,
        OTHER,
        UNDECIDED
    }

    private final Worker worker;
    private final Session session;
    private final RawExchange raw;

    Sniffer(Worker worker, Session session, Connection connection) {
        this.worker = worker;
        this.session = session;
        raw = new RawExchange(connection, true, this);
        connection.handler(raw);
        raw.deadline(
                worker.loop().nanos() + Math.max(0, session.frontend().policy().inspectDelayNanos()));
    }

    @Override
    public void begun(Exchange from) {
        switch (guess(raw.peekAt(), raw.peekLength())) {
            case HTTP -> {
                session.becomeHttp();
                session.connection().resume();
            }
            case OTHER -> becomeTcp();
            case UNDECIDED -> {
                if (raw.isPeekFull()) becomeTcp();
            }
        }
    }

    private static Guess guess(int at, int length) {
        var p = at;
        var end = at + length;
        while (p < end && isMethodByte(Slab.byteAt(p))) p++;
        if (p == end) return length > 24 ? Guess.OTHER : Guess.UNDECIDED;
        if (p == at || Slab.byteAt(p) != ' ') return Guess.OTHER;
        while (p < end && Slab.byteAt(p) >= ' ') p++;
        if (p == end) return length > LONGEST_LINE ? Guess.OTHER : Guess.UNDECIDED;
        return endsWithVersion(at, p) ? Guess.HTTP : Guess.OTHER;
    }

    private static boolean isMethodByte(byte b) {
        return b >= 'A' && b <= 'Z' || b == '-';
    }

    /** {@code HTTP/1.x} before the end of the line; HTTP/2's preface is not ours yet. */
    private static boolean endsWithVersion(int at, int end) {
        if (end - at < 14) return false;
        var version = end - 8;
        var expected = "HTTP/1.";
        for (var i = 0; i < expected.length(); i++) {
            if (Slab.byteAt(version + i) != expected.charAt(i)) return false;
        }
        return Slab.byteAt(version + 7) >= '0' && Slab.byteAt(version + 7) <= '9';
    }

    private void becomeTcp() {
        worker.stream().beginTcp(session, raw);
    }

    @Override
    public void expired(Exchange from) {
        becomeTcp();
    }

    @Override
    public void failed(Exchange from, Failure failure) {
        if (failure == Failure.CLOSED && session.connection().unread() > 0) becomeTcp();
        else session.close();
    }

    @Override
    public void head(Exchange from) {
        throw new IllegalStateException("a raw connection has no head");
    }

    @Override
    public void data(Exchange from, int at, int length) {
        throw new IllegalStateException("nobody has asked for data");
    }

    @Override
    public void end(Exchange from, @Nullable Head trailers) {
        throw new IllegalStateException("nobody has asked for data");
    }

    @Override
    public void congested(Exchange to) {}

    @Override
    public void room(Exchange to) {}
}
