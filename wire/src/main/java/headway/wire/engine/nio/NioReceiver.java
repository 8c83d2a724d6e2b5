package headway.wire.engine.nio;

import headway.base.units.Address;
import headway.wire.engine.socket.SharedListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.DatagramChannel;

/** A bound datagram channel, registered with the selector of each loop that receives from it. */
final class NioReceiver extends SharedListener {
    final DatagramChannel channel;

    NioReceiver(DatagramChannel channel, Address address) {
        super(address);
        this.channel = channel;
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
