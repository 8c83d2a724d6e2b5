package headway.wire.engine.nio;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.wire.engine.DatagramSender;
import headway.wire.engine.ListenException;
import headway.wire.engine.SocketOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Datagrams by UDP; Java has no UNIX datagrams. */
final class NioDatagrams extends DatagramSender {
    private final DatagramChannel channel;
    private final SocketAddress to;
    private final ByteBuffer view = Slab.MEMORY.asByteBuffer();

    private NioDatagrams(DatagramChannel channel, SocketAddress to) {
        this.channel = channel;
        this.to = to;
    }

    static NioDatagrams to(Address address, int sendBuffer) throws ListenException {
        if (!(address instanceof Address.Inet inet)) {
            throw new ListenException("the portable engine sends datagrams by UDP only");
        }
        try {
            var channel =
                    DatagramChannel.open(inet.isV6() ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            if (sendBuffer > 0) NioOptions.set(channel, SocketOption.SEND_BUFFER, sendBuffer);
            return new NioDatagrams(channel, NioAddresses.of(address));
        } catch (IOException e) {
            throw new ListenException("cannot create a datagram socket (" + e.getMessage() + ")");
        }
    }

    @Override
    protected boolean transmit(int at, int length) {
        try {
            return channel.send(view.limit(at + length).position(at), to) == length;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
