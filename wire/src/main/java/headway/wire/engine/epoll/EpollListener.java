package headway.wire.engine.epoll;

import headway.base.units.Address;
import headway.wire.engine.socket.SharedListener;

/** A listening descriptor. */
final class EpollListener extends SharedListener {
    final int fd;
    final Peer.Known known;
    private final EpollEngine engine;

    private final String shortcoming;

    EpollListener(EpollEngine engine, int fd, Address address, String shortcoming) {
        super(address);
        this.shortcoming = shortcoming;
        this.engine = engine;
        this.fd = fd;
        known = new Peer.Known(address);
    }

    @Override
    public String shortcoming() {
        return shortcoming;
    }

    @Override
    public void close() {
        engine.close(this);
    }
}
