package headway.wire.engine.socket;

import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.DatagramReceiver;
import headway.wire.engine.NetworkFailure;
import org.jspecify.annotations.Nullable;

/** Makes a datagram socket fit where listening sockets are waited for: each datagram is a client that has said all it has to say. */
public record ReceivingAcceptor(DatagramReceiver receiver) implements Acceptor {
    @Override
    public @Nullable ConnectionHandler accepted(Connection connection) {
        return null;
    }

    @Override
    public void exhausted(NetworkFailure failure) {}

    @Override
    public boolean hasRoom() {
        return true;
    }
}
