package headway.wire.engine.nio;

import headway.base.units.Address;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SpliceListener;
import headway.wire.engine.socket.SocketConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A channel at a loop's selector. What is selected is asked for only while it is wanted, so that level-triggered selecting acts as edges do. */
final class NioConnection extends SocketConnection {
    final SocketChannel channel;
    final Address peer;
    private @Nullable SelectionKey key;
    private boolean established;

    NioConnection(NioLoop loop, ConnectionHandler handler, SocketChannel channel, Address peer, boolean connecting) {
        super(loop, handler, connecting);
        this.channel = channel;
        this.peer = peer;
        established = !connecting;
    }

    private NioLoop owner() {
        return (NioLoop) loop;
    }

    void registered(SelectionKey key) {
        this.key = key;
    }

    @Nullable
    SelectionKey key() {
        return key;
    }

    /** Connecting has ended at once, or could not begin. */
    void decided(int outcome) {
        established = outcome == 0;
        connectOutcome = outcome;
        queue();
    }

    void connecting() {
        connectOutcome = AGAIN;
    }

    void event(int ready) {
        var what = 0;
        if ((ready & SelectionKey.OP_READ) != 0) what |= READABLE;
        if ((ready & SelectionKey.OP_WRITE) != 0) what |= WRITABLE;
        if ((ready & SelectionKey.OP_CONNECT) != 0) {
            what |= WRITABLE;
            finishConnecting();
        }
        happened(what);
    }

    private void finishConnecting() {
        try {
            connectOutcome = channel.finishConnect() ? 0 : AGAIN;
            established = connectOutcome == 0;
        } catch (IOException e) {
            connectOutcome = NioFailures.code(e);
        }
    }

    @Override
    protected void attended() {
        var mine = key;
        if (mine == null || !mine.isValid()) return;
        try {
            select(mine);
        } catch (CancelledKeyException _) {
            // It was offered in this event, and another loop has taken it.
        }
    }

    private void select(SelectionKey key) {
        var wanted = established ? 0 : SelectionKey.OP_CONNECT;
        if (established && !mayRead && !ended) wanted |= SelectionKey.OP_READ;
        if (established && pending() > 0) wanted |= SelectionKey.OP_WRITE;
        if (key.interestOps() != wanted) key.interestOps(wanted);
    }

    @Override
    protected boolean readsAhead() {
        return true;
    }

    @Override
    protected int receive(int at, int size) {
        try {
            var count = channel.read(owner().view(at, size));
            return count == 0 ? AGAIN : Math.max(count, 0);
        } catch (IOException e) {
            return NioFailures.code(e);
        }
    }

    @Override
    protected int transmit(int at, int length, boolean more) {
        try {
            var count = channel.write(owner().view(at, length));
            return count == 0 ? AGAIN : count;
        } catch (IOException e) {
            return NioFailures.code(e);
        }
    }

    @Override
    protected int transmit(int firstAt, int firstLength, int secondAt, int secondLength, boolean more) {
        try {
            var count = channel.write(owner().views(firstAt, firstLength, secondAt, secondLength));
            return count == 0 ? AGAIN : (int) count;
        } catch (IOException e) {
            return NioFailures.code(e);
        }
    }

    @Override
    protected void shutdownSocket() {
        try {
            channel.shutdownOutput();
        } catch (IOException _) {
            // The peer was faster: reading will tell.
        }
    }

    @Override
    protected void closeSocket(boolean reset) {
        owner().remove(this);
        try {
            if (reset && peer instanceof Address.Inet) channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        } catch (IOException _) {
            // There is nothing more to lose.
        }
    }

    /** Another loop has the channel now. */
    void given() {
        forgetTaken();
        owner().remove(this);
    }

    /** Java tells errors by reading and writing only. */
    @Override
    protected int socketError() {
        return 0;
    }

    @Override
    protected int available() {
        return 0;
    }

    @Override
    protected NetworkFailure reason(int code) {
        return NioFailures.failure(code);
    }

    @Override
    public boolean splice(Connection to, long limit, SpliceListener listener) {
        return false;
    }

    @Override
    public Address remote() {
        return peer;
    }

    @Override
    public Address local() {
        try {
            return NioAddresses.from(channel.getLocalAddress());
        } catch (IOException e) {
            return new Address.Unix("");
        }
    }

    @Override
    public boolean option(SocketOption option, int value) {
        try {
            return NioOptions.set(channel, option, value);
        } catch (IOException _) {
            // As with any option that this engine cannot set.
            return false;
        }
    }
}
