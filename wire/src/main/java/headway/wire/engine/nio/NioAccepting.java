package headway.wire.engine.nio;

import headway.wire.engine.NetworkFailure;
import headway.wire.engine.socket.Accepting;
import headway.wire.engine.socket.SharedListener.Member;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A listening channel at a loop's selector. */
final class NioAccepting extends Accepting {
    private final NioLoop loop;
    private final NioListener listener;
    private final Integer place;
    private @Nullable SelectionKey key;
    private NetworkFailure why = NetworkFailure.OTHER;

    NioAccepting(NioLoop loop, NioListener listener, Member member, int place) {
        super(listener, member);
        this.loop = loop;
        this.listener = listener;
        this.place = place;
    }

    @Override
    protected boolean register() {
        try {
            key = loop.register(listener.channel, SelectionKey.OP_ACCEPT, place);
            return true;
        } catch (ClosedChannelException e) {
            return false;
        }
    }

    @Override
    protected void unregister() {
        if (key != null) loop.cancel(key);
    }

    @Override
    protected NetworkFailure why() {
        return why;
    }

    @Override
    protected Attempt accept() {
        try {
            var channel = listener.channel.accept();
            if (channel == null) return Attempt.NOBODY_WAITS;
            give(channel);
            return Attempt.ACCEPTED;
        } catch (IOException e) {
            why = NioFailures.failure(e);
            return why == NetworkFailure.RESET ? Attempt.GONE : Attempt.EXHAUSTED;
        }
    }

    private void give(SocketChannel channel) {
        var chosen = choose();
        var target = (NioLoop) chosen.loop();
        if (target == loop) loop.welcome(channel, listener, chosen.acceptor());
        else target.handOver(() -> target.welcome(channel, listener, chosen.acceptor()));
    }
}
