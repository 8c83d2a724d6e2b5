package headway.wire.engine.epoll;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.ListenException;

/** Datagrams by UDP or a UNIX socket. Not connected, so that a server that comes back is found again. */
final class EpollDatagrams extends DatagramSender {
    private static final int DONTWAIT_NOSIGNAL = 0x4040;

    private final Kernel kernel;
    private final int fd;
    private final int addressAt = Buffers.reserve(SocketAddresses.SIZE);
    private final int addressLength;

    EpollDatagrams(Address to) throws ListenException {
        if (to instanceof Address.Descriptor) throw new ListenException("datagrams cannot go to a descriptor");
        kernel = new Kernel();
        addressLength = SocketAddresses.write(to, addressAt);
        if (addressLength < 0) throw new ListenException("the socket's path is too long");
        fd = new Sockets(kernel).socket(SocketAddresses.family(to), Sockets.SOCK_DATAGRAM);
        if (fd < 0) throw new ListenException("cannot create a datagram socket (" + Errno.words(fd) + ")");
    }

    @Override
    protected boolean transmit(int at, int length) {
        var to = Slab.ADDRESS + addressAt;
        return kernel.call(Numbers.SENDTO, fd, Slab.ADDRESS + at, length, DONTWAIT_NOSIGNAL, to, addressLength)
                == length;
    }

    @Override
    public void close() {
        kernel.call(Numbers.CLOSE, fd);
    }
}
