package headway.wire.h1;

import headway.http.Head;
import headway.wire.engine.Connection;
import headway.wire.engine.Loop;
import headway.wire.exchange.Exchange;
import headway.wire.exchange.ExchangeListener;
import headway.wire.exchange.Failure;
import headway.wire.exchange.ServerConnection;
import org.jspecify.annotations.Nullable;

/** An HTTP/1 connection to a server: one exchange at a time, idle between them. */
public final class H1ServerConnection extends ServerConnection {
    private final H1Server exchange;
    private boolean offered;

    /** A connection that is being made; {@code first} will be told when it is established. */
    public H1ServerConnection(H1Context context, H1Settings settings, Connection connection, ExchangeListener first) {
        exchange = new H1Server(context, settings, connection, first);
        exchanges = 1;
        connection.handler(exchange);
    }

    /** The exchange under way. */
    public Exchange exchange() {
        return exchange;
    }

    /** See {@link H1Client#tunnel}. */
    public void tunnel() {
        exchange.tunnel();
    }

    @Override
    public Loop loop() {
        return connection().loop();
    }

    @Override
    public Connection connection() {
        return exchange.connection();
    }

    @Override
    public Exchange open(ExchangeListener listener) {
        exchange.next(listener);
        exchanges++;
        return exchange;
    }

    @Override
    public boolean isReusable() {
        return exchange.isReusable();
    }

    @Override
    public void idle(boolean shared) {
        exchange.next(whileIdle);
        exchange.deadline(Long.MAX_VALUE);
        offered = shared;
        if (shared) connection().offer();
    }

    @Override
    public boolean claim(Loop taker) {
        if (!offered) return !connection().isClosed() && !connection().hasEnded();
        var claimed = taker.claim(connection(), exchange);
        if (claimed == null) return false;
        offered = false;
        exchange.moved(claimed, exchange.context.of(taker));
        return true;
    }

    @Override
    public void close() {
        // HAProxy: with RST unless the server has closed first, so that no port is kept waiting on this side.
        exchange.abort(!connection().hasEnded());
    }

    @Override
    public boolean isClosed() {
        return connection().isClosed();
    }

    /** An idle server has nothing to say: whatever comes ends the connection. */
    private final ExchangeListener whileIdle = new ExchangeListener() {
        @Override
        public void begun(Exchange from) {
            end();
        }

        @Override
        public void head(Exchange from) {
            end();
        }

        @Override
        public void interim(Exchange from) {
            end();
        }

        @Override
        public void data(Exchange from, int at, int length) {
            end();
        }

        @Override
        public void end(Exchange from, @Nullable Head trailers) {
            end();
        }

        @Override
        public void congested(Exchange to) {}

        @Override
        public void room(Exchange to) {}

        @Override
        public void failed(Exchange from, Failure failure) {
            end();
        }

        @Override
        public void expired(Exchange from) {}

        private void end() {
            close();
            var owned = owner;
            if (owned != null) owned.idleEnded(H1ServerConnection.this);
        }
    };
}
