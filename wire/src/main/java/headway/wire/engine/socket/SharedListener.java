package headway.wire.engine.socket;

import headway.base.units.Address;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Listener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listening socket and the loops that accept from it. */
public abstract class SharedListener extends Listener {
    /** A client goes to another loop only if that has this many connections fewer, and an eighth of its own. */
    private static final int NOTABLY = 2;

    private final Address address;
    private final List<Member> members = new CopyOnWriteArrayList<>();

    /** A loop that accepts, and who is told there. */
    public record Member(SocketLoop loop, Acceptor acceptor) {}

    protected SharedListener(Address address) {
        this.address = address;
    }

    @Override
    public final Address address() {
        return address;
    }

    final void join(Member member) {
        members.add(member);
    }

    final void leave(SocketLoop loop) {
        members.removeIf(member -> member.loop() == loop);
    }

    /** Who shall have the next client. */
    final Member pick(Member own) {
        var best = own;
        var least = own.loop().connections();
        for (var i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var load = member.loop().connections();
            if (load + NOTABLY + load / 8 > least) continue;
            best = member;
            least = load;
        }
        return best;
    }
}
