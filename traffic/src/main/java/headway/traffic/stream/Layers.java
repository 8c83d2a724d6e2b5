package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.language.sample.Digits;
import headway.language.sample.Sample;
import headway.wire.engine.Connection;
import headway.wire.engine.TcpFigure;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.RawExchange;
import org.jspecify.annotations.Nullable;

/** How the parts under one side of a stream stand, for those who look for mistakes: {@code fs.debug_str} and {@code bs.debug_str}. Nobody else may rely on the names. */
final class Layers {
    private static final int STREAM = 1;
    private static final int PROTOCOL = 2;
    private static final int TRANSPORT = 4;
    private static final int CONNECTION = 8;
    private static final int SOCKET = 16;
    private static final int ALL = 31;
    /** More than all pairs with the longest numbers. */
    private static final int ROOM = 1024;

    private final Stream stream;
    private int start;
    private int end;

    Layers(Stream stream) {
        this.stream = stream;
    }

    boolean ofClient(int wanted, Sample out) {
        var session = stream.session();
        var exchange = stream.hasClient() ? stream.client() : null;
        return write(wanted, exchange, session.connection(), session.requests(), out);
    }

    /**
     * Writes those that are wanted.
     *
     * @param exchange null when it is over
     * @param number how many exchanges the connection has had with it
     */
    boolean write(int wanted, @Nullable Exchange exchange, Connection connection, int number, Sample out) {
        start = end = stream.scope.scratch().take(ROOM);
        var layers = wanted == 0 ? ALL : wanted;
        if ((layers & STREAM) != 0) stream(exchange);
        if ((layers & PROTOCOL) != 0) protocol(exchange, number);
        if ((layers & TRANSPORT) != 0) word("xprt", "raw");
        if ((layers & CONNECTION) != 0) connection(connection);
        if ((layers & SOCKET) != 0) socket(connection);
        return out.text(start, end - start);
    }

    private void stream(@Nullable Exchange exchange) {
        if (exchange == null) {
            word("strm", "over");
            return;
        }
        word("strm", exchange.isSplicing() ? "splicing" : "open");
        pair("strm.in_done", exchange.isReceived() ? 1 : 0);
        pair("strm.out_done", exchange.isSent() ? 1 : 0);
        pair("strm.in", exchange.receivedBytes());
        pair("strm.out", exchange.sentBytes());
    }

    private void protocol(@Nullable Exchange exchange, int number) {
        word("mux", stream.isHttp && !(exchange instanceof RawExchange) ? "h1" : "raw");
        pair("mux.streams", number);
        if (exchange != null) pair("mux.last", exchange.isLast() ? 1 : 0);
    }

    private void connection(Connection connection) {
        var state = connection.isClosed() ? "closed" : connection.isOffered() ? "offered" : "open";
        word("conn", state);
        pair("conn.loop", connection.loop().index());
        pair("conn.paused", connection.isPaused() ? 1 : 0);
        pair("conn.ended", connection.hasEnded() ? 1 : 0);
        pair("conn.unread", connection.unread());
        pair("conn.pending", connection.pending());
        pair("conn.err", NetworkErrors.number(connection.failure()));
    }

    /** The kernel is not asked of a socket that is closed, or that another loop may have taken. */
    private void socket(Connection connection) {
        var mine = !connection.isClosed() && !connection.isOffered();
        pair("fd", mine ? connection.descriptor() : -1);
        if (!mine) return;
        measured("sock.rtt", connection, TcpFigure.ROUND_TRIP_MICROS);
        measured("sock.unacked", connection, TcpFigure.UNACKED);
        measured("sock.lost", connection, TcpFigure.LOST);
        measured("sock.retrans", connection, TcpFigure.RETRANSMITTED);
    }

    private void measured(String name, Connection connection, TcpFigure figure) {
        var value = connection.measured(figure);
        if (value >= 0) pair(name, value);
    }

    private void word(String name, String value) {
        name(name);
        put(value);
    }

    private void pair(String name, long value) {
        name(name);
        end += Digits.put(end, value);
    }

    private void name(String name) {
        if (end > start) Slab.putByte(end++, (byte) ' ');
        put(name);
        Slab.putByte(end++, (byte) '=');
    }

    private void put(String text) {
        for (var i = 0; i < text.length(); i++) Slab.putByte(end++, (byte) text.charAt(i));
    }
}
