package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import headway.wire.exchange.Failure;
import java.util.Arrays;

/**
 * What has happened to a stream that ends something, by the place where it showed, for {@code term_events}: the first four events of each place. {@code F}: the peer has closed
 * its sending side; {@code R}: a reset or another failure of the network; {@code C}: no connection was made; {@code V}: it was not HTTP; {@code L}: too long a head; {@code T}: time was up; {@code A}: a
 * message broke off. The stream's own are the two letters of the log.
 */
final class EndEvents {
    private static final int CLIENT_CONNECTION = 0;
    private static final int CLIENT_PROTOCOL = 1;
    private static final int CLIENT_MESSAGE = 2;
    private static final int STREAM = 3;
    private static final int SERVER_MESSAGE = 4;
    private static final int SERVER_PROTOCOL = 5;
    private static final int SERVER_CONNECTION = 6;
    private static final int PLACES = 7;
    private static final int MOST = 4;

    private final Stream stream;
    /** A byte an event, the first one lowest. */
    private final int[] events = new int[PLACES];

    EndEvents(Stream stream) {
        this.stream = stream;
    }

    void begin() {
        Arrays.fill(events, 0);
    }

    /** The peer has closed its sending side, and nothing broke off by it. */
    void closed(boolean ofClient) {
        add(ofClient ? CLIENT_CONNECTION : SERVER_CONNECTION, 'F');
    }

    void failed(boolean ofClient, Failure failure) {
        var connection = ofClient ? CLIENT_CONNECTION : SERVER_CONNECTION;
        var protocol = ofClient ? CLIENT_PROTOCOL : SERVER_PROTOCOL;
        switch (failure) {
            case CLOSED -> add(connection, 'F');
            case RESET -> add(connection, 'R');
            case CONNECT_FAILED -> add(connection, 'C');
            case VIOLATION -> add(protocol, 'V');
            case TOO_LARGE -> add(protocol, 'L');
            // It is the proxy's own, and the state of the end says so.
            case BUG -> {}
        }
        if (failure != Failure.CONNECT_FAILED) add(ofClient ? CLIENT_MESSAGE : SERVER_MESSAGE, 'A');
    }

    void expired(boolean ofClient) {
        add(ofClient ? CLIENT_PROTOCOL : SERVER_PROTOCOL, 'T');
    }

    private void add(int place, char event) {
        var known = events[place];
        for (var i = 0; i < MOST; i++) {
            if ((known >>> 8 * i & 0xff) != 0) continue;
            events[place] = known | event << 8 * i;
            return;
        }
    }

    boolean write(Sample out) {
        var at = stream.scope.scratch().take(PLACES * (MOST + 1) + 1);
        var end = at;
        for (var place = 0; place < PLACES; place++) {
            Slab.putByte(end++, (byte) (place == 0 ? '{' : ','));
            end = place == STREAM ? writeStream(end) : write(events[place], end);
        }
        Slab.putByte(end++, (byte) '}');
        return out.text(at, end - at);
    }

    private static int write(int events, int to) {
        var end = to;
        for (var left = events; left != 0; left >>>= 8) Slab.putByte(end++, (byte) left);
        return end;
    }

    private int writeStream(int to) {
        var account = stream.account;
        if (account.cause == '-') return to;
        Slab.putByte(to, (byte) account.cause);
        Slab.putByte(to + 1, (byte) account.phase);
        return to + 2;
    }
}
