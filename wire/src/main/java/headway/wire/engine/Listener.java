package headway.wire.engine;

import headway.base.units.Address;

/** A listening socket, shared by the loops that accept from it. */
public abstract class Listener {
    /** Where it listens; of port 0 the port that was given. */
    public abstract Address address();

    /** Closes the socket; the loops have stopped accepting. An inherited descriptor is closed too. */
    public abstract void close();
}
