package headway.wire.engine.nio;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.socket.Accepting;
import headway.wire.engine.socket.SharedListener;
import headway.wire.engine.socket.SharedListener.Member;
import headway.wire.engine.socket.SocketConnection;
import headway.wire.engine.socket.SocketLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread with a selector. */
final class NioLoop extends SocketLoop {
    private final Selector selector;
    private final Set<NioConnection> owned = new HashSet<>();
    private final ByteBuffer first = Slab.MEMORY.asByteBuffer();
    private final ByteBuffer second = Slab.MEMORY.asByteBuffer();
    private final ByteBuffer[] both = {first, second};

    NioLoop(int index, EngineSettings settings, Consumer<Throwable> bugHook) {
        super(index, settings, bugHook);
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ByteBuffer view(int at, int length) {
        return first.limit(at + length).position(at);
    }

    ByteBuffer[] views(int firstAt, int firstLength, int secondAt, int secondLength) {
        first.limit(firstAt + firstLength).position(firstAt);
        second.limit(secondAt + secondLength).position(secondAt);
        return both;
    }

    SelectionKey register(SelectableChannel channel, int operations, Object attachment) throws ClosedChannelException {
        return channel.register(selector, operations, attachment);
    }

    /** So that the channel may be registered again in the same turn. */
    void cancel(SelectionKey key) {
        key.cancel();
        forgetCancelled();
    }

    /** A selector keeps cancelled keys until it selects; what it finds by the way stays selected for the next turn. */
    private void forgetCancelled() {
        try {
            selector.selectNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void waitForEvents(int millis) {
        try {
            if (millis == 0) selector.selectNow();
            else selector.select(Math.max(millis, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        woke();
        var keys = selector.selectedKeys();
        if (keys.isEmpty()) return;
        var batch = List.copyOf(keys);
        keys.clear();
        for (var key : batch) dispatch(key);
    }

    private void dispatch(SelectionKey key) {
        var happened = readyOf(key);
        if (happened == 0) return;
        if (key.attachment() instanceof NioConnection connection) connection.event(happened);
        else if (key.attachment() instanceof Integer place) clientsWait(place);
    }

    /** Another loop that takes the connection cancels the key, at any moment. */
    private static int readyOf(SelectionKey key) {
        try {
            return key.readyOps();
        } catch (CancelledKeyException _) {
            return 0;
        }
    }

    @Override
    protected void wake() {
        selector.wakeup();
    }

    @Override
    public boolean isLocal(Address address) {
        if (!(address instanceof Address.Inet inet)) return true;
        try (var probe = DatagramChannel.open()) {
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(inet.bytes()), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public @Nullable Connection connect(ConnectTarget target, ConnectionHandler handler) {
        assert isCurrent();
        try {
            var channel = open(target.address());
            var connection = new NioConnection(this, handler, channel, target.address(), true);
            owned.add(connection);
            begin(connection, channel, target);
            return connection;
        } catch (IOException e) {
            connectFailure = NioFailures.failure(e);
            return null;
        }
    }

    private static SocketChannel open(Address address) throws IOException {
        if (address instanceof Address.Unix) return SocketChannel.open(StandardProtocolFamily.UNIX);
        var v6 = address instanceof Address.Inet inet && inet.isV6();
        return SocketChannel.open(v6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
    }

    private void begin(NioConnection connection, SocketChannel channel, ConnectTarget target) {
        try {
            channel.configureBlocking(false);
            if (target.address() instanceof Address.Inet) channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            NioOptions.apply(channel, target.options());
            var source = target.source();
            if (source != null) channel.bind(NioAddresses.of(source));
            var done = channel.connect(NioAddresses.of(target.address()));
            connection.registered(register(channel, done ? 0 : SelectionKey.OP_CONNECT, connection));
            if (done) connection.decided(0);
            else connection.connecting();
        } catch (IOException e) {
            connection.decided(NioFailures.code(e));
        }
    }

    @Override
    protected @Nullable Connection adopt(SocketConnection taken, ConnectionHandler handler) {
        var old = (NioConnection) taken;
        var oldKey = old.key();
        if (oldKey != null) oldKey.cancel();
        var connection = new NioConnection(this, handler, old.channel, old.peer, false);
        owned.add(connection);
        ((NioLoop) old.loop()).send(old::given);
        try {
            connection.registered(registerAgain(connection));
            return connection;
        } catch (ClosedChannelException e) {
            connection.close();
            return null;
        }
    }

    /** It may have been this loop's a moment ago: then the selector still holds the key that the loop in between has cancelled. */
    private SelectionKey registerAgain(NioConnection connection) throws ClosedChannelException {
        try {
            return register(connection.channel, SelectionKey.OP_READ, connection);
        } catch (CancelledKeyException _) {
            forgetCancelled();
            return register(connection.channel, SelectionKey.OP_READ, connection);
        }
    }

    void remove(NioConnection connection) {
        owned.remove(connection);
    }

    @Override
    protected Accepting accepting(SharedListener listener, Member member, int place) {
        return listener instanceof NioReceiver socket
                ? new NioReceiving(this, socket, member, place)
                : new NioAccepting(this, (NioListener) listener, member, place);
    }

    /** A client begins its life on this loop. */
    void welcome(SocketChannel channel, NioListener listener, Acceptor acceptor) {
        try {
            channel.configureBlocking(false);
            var inet = listener.address() instanceof Address.Inet;
            if (inet) channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            NioOptions.apply(channel, listener.options);
            var peer = inet ? NioAddresses.from(channel.getRemoteAddress()) : listener.address();
            var connection = new NioConnection(this, SocketConnection.NOBODY, channel, peer, false);
            owned.add(connection);
            connection.registered(register(channel, SelectionKey.OP_READ, connection));
            introduce(connection, acceptor);
        } catch (IOException e) {
            // The client has gone before it was shown to anybody.
            drop(channel);
            acceptor.nobodyCame();
        }
    }

    private static void drop(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    @Override
    protected void closeSockets() {
        for (var connection : List.copyOf(owned)) connection.close();
        try {
            selector.selectNow();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
