package headway.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One end of a TCP connection that remembers every byte which arrived and how the connection ended. A virtual thread
 * reads all the time, so that neither an early answer nor a reset is missed while the test does something else. Text is
 * ISO 8859-1: one character a byte.
 */
public final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private Ending ending = Ending.OPEN;
    private long lastEventNanos = System.nanoTime();
    private boolean paused;

    RawConnection(Socket socket, boolean paused) throws IOException {
        this.socket = socket;
        this.paused = paused;
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(this::readAll);
    }

    /** Connects to a port of the loopback address. */
    public static RawConnection to(int port) throws IOException {
        return new RawConnection(new Socket(InetAddress.getLoopbackAddress(), port), false);
    }

    /** Sends text, one byte a character; false when the connection is gone. */
    public boolean send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException _) {
            return false; // the reading side learns how it ended
        }
    }

    /** Everything that arrived so far. */
    public String received() {
        lock.lock();
        try {
            return received.toString(StandardCharsets.ISO_8859_1);
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes arrived so far. */
    public int receivedBytes() {
        lock.lock();
        try {
            return received.size();
        } finally {
            lock.unlock();
        }
    }

    public Ending ending() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this text has arrived; false when the time is up or the connection ended without it. */
    public boolean awaitText(String text, Duration patience) {
        await(() -> ending != Ending.OPEN || indexOf(text) >= 0, patience);
        return received().contains(text);
    }

    /** Waits for more than so many bytes or the end. */
    public boolean awaitMoreThan(int bytes, Duration patience) {
        return await(() -> ending != Ending.OPEN || received.size() > bytes, patience) && receivedBytes() > bytes;
    }

    /** Waits until the peer has closed or reset. */
    public Ending awaitEnding(Duration patience) {
        await(() -> ending != Ending.OPEN, patience);
        return ending();
    }

    /** Nanoseconds since something last arrived here. */
    public long quietNanos() {
        lock.lock();
        try {
            return System.nanoTime() - lastEventNanos;
        } finally {
            lock.unlock();
        }
    }

    /** Stops taking bytes, so that the peer's writes fill the buffers of the kernel. */
    public void pauseReading(boolean pause) {
        lock.lock();
        try {
            paused = pause;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends FIN and goes on reading. */
    public void finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException _) {
            // gone already: the reading side learns how
        }
    }

    /** Ends the connection by RST. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // gone already
        }
    }

    public int localPort() {
        return socket.getLocalPort();
    }

    public boolean isClosedHere() {
        return socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // gone already
        }
    }

    private void readAll() {
        byte[] chunk = new byte[65_536];
        Ending how = Ending.CLOSED;
        try {
            InputStream in = socket.getInputStream();
            waitWhilePaused();
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                keep(Arrays.copyOf(chunk, n), Ending.OPEN);
                waitWhilePaused();
            }
        } catch (IOException _) {
            how = Ending.RESET;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        keep(new byte[0], how);
    }

    private void waitWhilePaused() throws InterruptedException {
        lock.lock();
        try {
            while (paused && !socket.isClosed()) {
                changed.await(100, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void keep(byte[] bytes, Ending how) {
        lock.lock();
        try {
            received.writeBytes(bytes);
            ending = how;
            lastEventNanos = System.nanoTime();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int indexOf(String text) {
        return received.toString(StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private boolean await(BooleanSupplier reached, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!reached.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
