package headway.wire.engine.epoll;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.DatagramReceiver;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.socket.Accepting;
import headway.wire.engine.socket.ReceivingAcceptor;
import headway.wire.engine.socket.SharedListener.Member;
import org.jspecify.annotations.Nullable;

/** A datagram socket in a loop's epoll set, exclusively, so that a datagram wakes one loop. */
final class EpollReceiving extends Accepting implements DatagramReceiver.Origin {
    private static final int LARGEST = 65_536;
    private static final int DONTWAIT = 0x40;

    private final EpollLoop loop;
    private final EpollListener listener;
    private final DatagramReceiver receiver;
    private final long name;
    private int error;

    EpollReceiving(EpollLoop loop, EpollListener listener, Member member, long name) {
        super(listener, member);
        this.loop = loop;
        this.listener = listener;
        this.name = name;
        receiver = ((ReceivingAcceptor) member.acceptor()).receiver();
    }

    @Override
    protected boolean register() {
        error = loop.control(Epoll.ADD, listener.fd, Epoll.IN | Epoll.EXCLUSIVE, name);
        return error == 0;
    }

    @Override
    protected void unregister() {
        loop.control(Epoll.DEL, listener.fd, 0, 0);
    }

    @Override
    protected NetworkFailure why() {
        return Errno.failure(error);
    }

    /** An error that a former answer provoked (ICMP) is no reason to stop. */
    @Override
    protected Attempt accept() {
        var sockets = loop.sockets;
        Slab.putInt(sockets.addressLengthAt, SocketAddresses.SIZE);
        var at = loop.receiveAt();
        var length = (int) loop.kernel.call(
                Numbers.RECVFROM,
                listener.fd,
                Slab.ADDRESS + at,
                LARGEST,
                DONTWAIT,
                Slab.ADDRESS + sockets.addressAt,
                Slab.ADDRESS + sockets.addressLengthAt);
        if (length < 0) return length == Errno.EAGAIN ? Attempt.NOBODY_WAITS : Attempt.GONE;
        receiver.received(at, length, this);
        return Attempt.ACCEPTED;
    }

    @Override
    public @Nullable Address address() {
        var sockets = loop.sockets;
        var address = SocketAddresses.read(sockets.addressAt, Slab.intAt(sockets.addressLengthAt));
        return address instanceof Address.Inet ? address : null;
    }
}
