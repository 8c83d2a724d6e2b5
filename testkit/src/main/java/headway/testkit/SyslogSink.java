package headway.testkit;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A syslog server on UDP that keeps every line. */
public final class SyslogSink implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(10);

    private final DatagramSocket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public SyslogSink() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
        Thread.ofVirtual().start(this::readAll);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The first line that fits, as soon as it is there. */
    public Optional<String> await(Predicate<String> fits, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && lines.stream().noneMatch(fits)) {
            Thread.sleep(STEP);
        }
        return lines.stream().filter(fits).findFirst();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void readAll() {
        byte[] bytes = new byte[65_536];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                lines.add(new String(bytes, 0, packet.getLength(), StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }
}
