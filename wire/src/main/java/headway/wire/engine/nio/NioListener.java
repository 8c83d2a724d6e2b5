package headway.wire.engine.nio;

import headway.base.units.Address;
import headway.wire.engine.SocketOptions;
import headway.wire.engine.socket.SharedListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;

/** A listening channel, registered with the selector of each loop that accepts from it. */
final class NioListener extends SharedListener {
    final ServerSocketChannel channel;
    final SocketOptions options;

    NioListener(ServerSocketChannel channel, Address address, SocketOptions options) {
        super(address);
        this.channel = channel;
        this.options = options;
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
