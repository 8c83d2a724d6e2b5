package headway.wire.engine.epoll;

import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Listener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listening socket, and the loops that accept from it. */
final class EpollListener extends Listener {
    /** A client goes to another loop only if that has this many connections fewer, and an eighth of its own. */
    private static final int NOTABLY = 2;

    final int fd;
    final Peer.Known known;
    private final EpollEngine engine;
    private final List<Member> members = new CopyOnWriteArrayList<>();

    /** A loop that accepts, and who is told there. */
    record Member(EpollLoop loop, Acceptor acceptor) {}

    EpollListener(EpollEngine engine, int fd, Address address) {
        this.engine = engine;
        this.fd = fd;
        known = new Peer.Known(address);
    }

    @Override
    public Address address() {
        return known.address();
    }

    void join(Member member) {
        leave(member.loop());
        members.add(member);
    }

    void leave(EpollLoop loop) {
        members.removeIf(member -> member.loop() == loop);
    }

    /** Who shall have the next client. */
    Member pick(Member own) {
        var best = own;
        var least = own.loop().connections();
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var load = member.loop().connections();
            if (load + NOTABLY + load / 8 <= least) {
                best = member;
                least = load;
            }
        }
        return best;
    }

    @Override
    public void close() {
        engine.close(this);
    }
}
