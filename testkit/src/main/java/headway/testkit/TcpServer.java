package headway.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback address that numbers its connections from 1 and holds each in a conversation of its own. */
public final class TcpServer implements AutoCloseable {
    /** What the server does with one connection; runs on a virtual thread of its own. */
    @FunctionalInterface
    public interface Conversation {
        void hold(int connectionNumber, RawConnection connection) throws IOException, InterruptedException;
    }

    private final String name;
    private final Conversation conversation;
    private final List<RawConnection> connections = new CopyOnWriteArrayList<>();
    private volatile ServerSocket listener;
    private volatile boolean paused;
    private final int port;

    public TcpServer(String name, Conversation conversation) throws IOException {
        this.name = name;
        this.conversation = conversation;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** All connections ever accepted, in their order. */
    public List<RawConnection> connections() {
        return List.copyOf(connections);
    }

    /** Connections that neither side has ended. */
    public long openConnections() {
        return connections.stream()
                .filter(c -> !c.isClosedHere() && c.ending() == Ending.OPEN)
                .count();
    }

    /** Dies: no more connections are taken, and those it has are reset. */
    public void kill() throws IOException {
        listener.close();
        // A thread that is in accept keeps the socket open until it has woken up, which a process that dies does not.
        while (stillAccepts()) {
            Thread.onSpinWait();
        }
        resetAll();
    }

    private boolean stillAccepts() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /** Listens again on the port it had. */
    public void restart() throws IOException {
        listener = listen(port);
    }

    public void resetAll() {
        connections.forEach(RawConnection::reset);
    }

    /** Closes all connections in order, as a server does whose keep-alive time is over. */
    public void closeAll() {
        connections.forEach(RawConnection::close);
    }

    /** Reads nothing more, from present and later connections, until it is resumed. */
    public void pause(boolean pause) {
        paused = pause;
        connections.forEach(c -> c.pauseReading(pause));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeAll();
    }

    private ServerSocket listen(int onPort) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), onPort), 1024);
        Thread.ofVirtual().name(name).start(() -> acceptAll(socket));
        return socket;
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                take(socket.accept());
            }
        } catch (IOException _) {
            // closed: the server was killed or the test is over
        }
    }

    private void take(Socket accepted) throws IOException {
        RawConnection connection = new RawConnection(accepted, paused);
        connections.add(connection);
        int number = connections.size();
        Thread.ofVirtual().start(() -> converse(number, connection));
    }

    private void converse(int number, RawConnection connection) {
        try {
            conversation.hold(number, connection);
        } catch (IOException _) {
            connection.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
