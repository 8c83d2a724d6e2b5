package headway.wire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Slab;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A handler that writes down what it is told; a test overrides what it wants to do itself. */
class Recorder implements ConnectionHandler {
    /** What a test does with bytes; returns how many it consumes. */
    interface Eater {
        int eat(Connection connection, int at, int length, boolean full);
    }

    final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
    volatile Eater eater = (connection, at, length, full) -> length;
    volatile Consumer<Connection> onRoom = connection -> {};
    volatile Consumer<Connection> onExpired = connection -> {};
    volatile Consumer<Connection> onConnected = connection -> {};
    volatile boolean quiet;

    static Recorder echo() {
        var echo = new Recorder();
        echo.quiet = true;
        echo.eater = (connection, at, length, full) -> {
            connection.write(at, length);
            return length;
        };
        return echo;
    }

    /** Waits for the next event and checks it. */
    void expect(String event) throws InterruptedException {
        assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo(event);
    }

    /** Waits for the event, passing over others. */
    void await(String event) throws InterruptedException {
        var seen = events.poll(30, TimeUnit.SECONDS);
        while (seen != null && !seen.equals(event)) seen = events.poll(30, TimeUnit.SECONDS);
        assertThat(seen).isEqualTo(event);
    }

    void expectNothing() {
        assertThat(events).isEmpty();
    }

    @Override
    public void connected(Connection connection) {
        events.add("connected");
        onConnected.accept(connection);
    }

    @Override
    public int bytes(Connection connection, int at, int length, boolean full) {
        if (!quiet) events.add("bytes " + Slab.text(at, length) + (full ? " full" : ""));
        return eater.eat(connection, at, length, full);
    }

    @Override
    public void room(Connection connection) {
        if (!quiet) events.add("room");
        onRoom.accept(connection);
    }

    @Override
    public void ended(Connection connection) {
        events.add("ended");
        if (quiet) connection.closeGracefully(5_000_000_000L);
    }

    @Override
    public void failed(Connection connection, NetworkFailure failure) {
        events.add("failed " + failure);
    }

    @Override
    public void expired(Connection connection) {
        events.add("expired");
        onExpired.accept(connection);
    }
}
