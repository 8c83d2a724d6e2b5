package headway.wire.engine.socket;

import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.NetworkFailure;

/** The handler of a connection that is only being seen off. */
public enum Nobody implements ConnectionHandler {
    NOBODY;

    @Override
    public int bytes(Connection connection, int at, int length, boolean full) {
        return length;
    }

    @Override
    public void room(Connection connection) {}

    @Override
    public void ended(Connection connection) {}

    @Override
    public void failed(Connection connection, NetworkFailure failure) {}

    @Override
    public void expired(Connection connection) {}
}
