package headway.wire.engine.epoll;

import headway.wire.engine.Timer;
import headway.wire.engine.epoll.EpollListener.Member;

/** A loop's part in a listener. */
final class Accepting extends Timer {
    private static final long PAUSE_NANOS = 100_000_000;
    /** {@code accept} may also return the error of a client that is gone already. */
    private static final int ECONNABORTED = -103;

    final EpollListener listener;
    private final Member member;
    private final EpollLoop loop;
    private final long name;
    private boolean registered;

    Accepting(EpollListener listener, Member member, long name) {
        this.listener = listener;
        this.member = member;
        this.name = name;
        loop = member.loop();
    }

    void begin() {
        if (registered) return;
        var error = loop.control(Epoll.ADD, listener.fd, Epoll.IN | Epoll.EXCLUSIVE, name);
        if (error < 0) {
            member.acceptor().exhausted(Errno.failure(error));
            loop.arm(this, loop.nanos() + PAUSE_NANOS);
        } else registered = true;
    }

    void end() {
        loop.disarm(this);
        if (registered) loop.control(Epoll.DEL, listener.fd, 0, 0);
        registered = false;
    }

    @Override
    protected void expired() {
        try {
            begin();
        } catch (Throwable bug) {
            loop.bug(bug);
        }
    }

    /** Clients are waiting. */
    void ready(int most) {
        try {
            for (var i = 0; i < most && registered; i++) if (!acceptOne()) return;
        } catch (Throwable bug) {
            loop.bug(bug);
        }
    }

    private boolean acceptOne() {
        if (!member.acceptor().hasRoom()) {
            loop.suspend(listener);
            return false;
        }
        var fd = loop.sockets.accept(listener.fd);
        if (fd < 0) return refused(fd);
        var peer = Peer.accepted(loop.sockets.addressAt, listener.known);
        var chosen = listener.pick(member);
        if (chosen == member) loop.welcome(fd, peer, member.acceptor());
        else chosen.loop().handOver(fd, peer, chosen.acceptor());
        return true;
    }

    /** RFC-less knowledge: Linux passes pending network errors of the new socket on as errors of accept, see accept(2). */
    private boolean refused(int error) {
        if (error == Errno.EAGAIN) return false;
        if (error == Errno.EINTR || error == ECONNABORTED) return true;
        end();
        member.acceptor().exhausted(Errno.failure(error));
        loop.arm(this, loop.nanos() + PAUSE_NANOS);
        return false;
    }
}
