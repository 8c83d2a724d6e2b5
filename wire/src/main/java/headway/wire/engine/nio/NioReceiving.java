package headway.wire.engine.nio;

import headway.base.units.Address;
import headway.wire.engine.DatagramReceiver;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.socket.Accepting;
import headway.wire.engine.socket.ReceivingAcceptor;
import headway.wire.engine.socket.SharedListener.Member;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** A datagram channel at a loop's selector. */
final class NioReceiving extends Accepting implements DatagramReceiver.Origin {
    private static final int LARGEST = 65_536;

    private final NioLoop loop;
    private final NioReceiver socket;
    private final DatagramReceiver receiver;
    private final Integer place;
    private @Nullable SelectionKey key;
    private @Nullable SocketAddress from;

    NioReceiving(NioLoop loop, NioReceiver socket, Member member, int place) {
        super(socket, member);
        this.loop = loop;
        this.socket = socket;
        this.place = place;
        receiver = ((ReceivingAcceptor) member.acceptor()).receiver();
    }

    @Override
    protected boolean register() {
        try {
            key = loop.register(socket.channel, SelectionKey.OP_READ, place);
            return true;
        } catch (ClosedChannelException e) {
            return false;
        }
    }

    @Override
    protected void unregister() {
        if (key != null) loop.cancel(key);
    }

    @Override
    protected NetworkFailure why() {
        return NetworkFailure.OTHER;
    }

    @Override
    protected Attempt accept() {
        try {
            var view = loop.view(loop.receiveAt(), LARGEST);
            from = socket.channel.receive(view);
            if (from == null) return Attempt.NOBODY_WAITS;
            receiver.received(loop.receiveAt(), view.position() - loop.receiveAt(), this);
            return Attempt.ACCEPTED;
        } catch (IOException e) {
            return socket.channel.isOpen() ? Attempt.GONE : Attempt.NOBODY_WAITS;
        }
    }

    @Override
    public @Nullable Address address() {
        return NioAddresses.from(from) instanceof Address.Inet inet ? inet : null;
    }
}
