package headway.quality.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the proxies' log lines on UDP and counts them, so that none is free of charge for want of a receiver. */
final class LogDrain implements AutoCloseable {
    private final DatagramChannel channel = DatagramChannel.open();
    private final AtomicLong lines = new AtomicLong();

    LogDrain() throws IOException {
        channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        Thread.ofPlatform().daemon().name("log drain").start(this::drain);
    }

    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    long lines() {
        return lines.get();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void drain() {
        ByteBuffer line = ByteBuffer.allocateDirect(65_536);
        try {
            while (channel.isOpen()) {
                line.clear();
                channel.receive(line);
                lines.incrementAndGet();
            }
        } catch (IOException _) {
            // closed: the bench is over
        }
    }
}
