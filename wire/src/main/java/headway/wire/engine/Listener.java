package headway.wire.engine;

import headway.base.units.Address;

/** A listening socket, shared by the loops that accept from it. */
public abstract class Listener {
    /** Where it listens; of port 0 the port that was given. */
    public abstract Address address();

    /** What the system would not do for it and it can do without, in words; empty for nothing. */
    public String shortcoming() {
        return "";
    }

    /** Closes the socket; the loops have stopped accepting. An inherited descriptor is closed too. */
    public abstract void close();
}
