package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.ListenException;
import headway.wire.engine.Loop;
import headway.wire.engine.SocketOption;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams by UDP or a UNIX socket. A UDP socket is connected, which saves the kernel the route of each datagram; that nobody listened is then told at the next
 * one, which is sent once more, so that a server that comes back is found again. A UNIX socket is not connected for the same reason.
 */
final class EpollDatagrams extends DatagramSender implements Runnable {
    static final int DONTWAIT_NOSIGNAL = 0x4040;

    private final Kernel kernel;
    private final int fd;
    private final int addressAt = Buffers.reserve(SocketAddresses.SIZE);
    private final int addressLength;
    private final boolean connected;
    private @Nullable MessageBatch batch;
    private @Nullable Loop loop;

    EpollDatagrams(Address to, int sendBuffer) throws ListenException {
        if (to instanceof Address.Descriptor) throw new ListenException("datagrams cannot go to a descriptor");
        kernel = new Kernel();
        addressLength = SocketAddresses.write(to, addressAt);
        if (addressLength < 0) throw new ListenException("the socket's path is too long");
        var sockets = new Sockets(kernel);
        var family = SocketAddresses.family(to);
        fd = sockets.socket(family, Sockets.SOCK_DATAGRAM);
        if (fd < 0) throw new ListenException("cannot create a datagram socket (" + Errno.words(fd) + ")");
        if (sendBuffer > 0) sockets.option(fd, family, SocketOption.SEND_BUFFER, sendBuffer);
        connected = to instanceof Address.Inet && connect() == 0;
    }

    private long connect() {
        return kernel.call(Numbers.CONNECT, fd, Slab.ADDRESS + addressAt, addressLength);
    }

    @Override
    public void collect(Loop loop) {
        if (!connected) return;
        this.loop = loop;
        batch = new MessageBatch();
    }

    @Override
    protected boolean transmit(int at, int length) {
        var collected = batch;
        if (collected == null) return sendNow(at, length);
        if (!MessageBatch.takes(length)) {
            flush();
            return sendNow(at, length);
        }
        if (collected.isEmpty() && loop != null) loop.later(this);
        if (collected.add(at, length)) return true;
        flush();
        return collected.add(at, length);
    }

    /** The end of the turn. */
    @Override
    public void run() {
        flush();
    }

    private void flush() {
        var collected = batch;
        if (collected != null && !collected.isEmpty()) lost(collected.send(kernel, fd));
    }

    private boolean sendNow(int at, int length) {
        var sent = connected ? send(at, length, 0, 0) : send(at, length, Slab.ADDRESS + addressAt, addressLength);
        // The error is the last datagram's; this one was not sent.
        if (connected && sent == Errno.ECONNREFUSED) sent = send(at, length, 0, 0);
        return sent == length;
    }

    private long send(int at, int length, long to, int size) {
        return kernel.call(Numbers.SENDTO, fd, Slab.ADDRESS + at, length, DONTWAIT_NOSIGNAL, to, size);
    }

    @Override
    public void close() {
        flush();
        kernel.call(Numbers.CLOSE, fd);
    }
}
