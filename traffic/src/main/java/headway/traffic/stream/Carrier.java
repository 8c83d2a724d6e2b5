package headway.traffic.stream;

import headway.base.units.Address;
import headway.language.sample.Figure;
import headway.language.sample.Sample;
import headway.traffic.counter.Count;
import headway.traffic.counter.Tally;
import headway.wire.engine.Connection;
import headway.wire.engine.TcpFigure;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.Failure;
import org.jspecify.annotations.Nullable;

/** The connection to the server of the last attempt as who explains a stream sees it: known until the stream is over, also when it has failed or went back to the pool. */
final class Carrier {
    private final Stream stream;
    private @Nullable Connection connection;
    private @Nullable Exchange exchange;
    private boolean reused;
    /** Exchanges that it has carried, this one included. */
    private int number;

    private @Nullable Failure failure;
    /** What servers of attempts that have failed were sent and have sent. */
    private long countedTo;

    private long countedFrom;

    Carrier(Stream stream) {
        this.stream = stream;
    }

    void clear() {
        connection = null;
        exchange = null;
        reused = false;
        failure = null;
    }

    /** The stream is over. */
    void reset() {
        clear();
        countedTo = countedFrom = 0;
    }

    /** The server of this attempt has its bytes counted, those spliced among them. */
    void count(Tally server, int loop) {
        var to = stream.ending.bytesToServers();
        var from = stream.ending.bytesFromServers();
        server.add(loop, Count.REQUEST_BYTES_OUT, to - countedTo);
        server.add(loop, Count.RESPONSE_BYTES_IN, from - countedFrom);
        countedTo = to;
        countedFrom = from;
    }

    /**
     * An attempt begins.
     *
     * @param number how many exchanges the connection has had with it; 0 of TCP
     */
    void begin(Exchange over, boolean again, int number) {
        clear();
        exchange = over;
        connection = over.connection();
        reused = again;
        this.number = number;
    }

    void failed(Failure why) {
        failure = why;
    }

    /** The exchange is let go: what it has moved goes to the account. */
    void release() {
        var over = exchange;
        if (over == null) return;
        exchange = null;
        stream.account.bytesToServer += over.sentBytes();
        stream.account.bytesFromServer += over.receivedBytes();
    }

    long bytesTo() {
        return stream.account.bytesToServer + (exchange == null ? 0 : exchange.sentBytes());
    }

    long bytesFrom() {
        return stream.account.bytesFromServer + (exchange == null ? 0 : exchange.receivedBytes());
    }

    boolean layers(int wanted, Sample out) {
        var known = connection;
        return known != null && stream.scope.layers.write(wanted, exchange, known, number, out);
    }

    /** Of a closed one there is none: the kernel would tell of another socket. */
    @Nullable
    Address local() {
        var known = connection;
        return known == null || known.isClosed() ? null : known.local();
    }

    @Nullable
    Address remote() {
        var known = connection;
        return known == null ? null : known.remote();
    }

    long figure(Figure figure) {
        var known = connection;
        if (known == null) return Figure.ABSENT;
        return switch (figure) {
            case SERVER_CONNECTED -> 1;
            case SERVER_ERROR -> NetworkErrors.number(known.failure());
            case SERVER_GLITCHES -> failure == Failure.VIOLATION || failure == Failure.TOO_LARGE ? 1 : 0;
            case SERVER_REUSED -> reused ? 1 : 0;
            case SERVER_STREAM_ID -> number;
            case SERVER_ABORTED -> failure == Failure.RESET || failure == Failure.CLOSED ? 1 : 0;
            case SERVER_RTT -> StreamFigures.measured(known, TcpFigure.ROUND_TRIP_MICROS);
            default -> StreamFigures.measured(known, TcpFigure.ROUND_TRIP_VARIANCE_MICROS);
        };
    }
}
