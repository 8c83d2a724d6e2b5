package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.language.model.Bind;
import headway.language.model.StatsSocket;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code bind} or {@code stats socket} line while its options are read. */
public final class BindDraft {
    public final Position position;
    public final List<Address> addresses;
    public @Nullable String name;
    public int id;
    public int maxConnections;
    public int backlog;
    public int nice;
    public int shards = Bind.Limits.SHARDS_UNSET;
    public final Set<Bind.Flag> flags = EnumSet.noneOf(Bind.Flag.class);
    public int maximumSegment;
    public int userTimeoutMillis;
    public int savedSyn;
    public @Nullable String device;
    public @Nullable String namespace;
    public @Nullable String congestion;
    public int mode = -1;
    public int uid = -1;
    public int gid = -1;
    public StatsSocket.Level level = StatsSocket.Level.OPERATOR;
    public boolean exposesListeners;

    public BindDraft(Position position, List<Address> addresses) {
        this.position = position;
        this.addresses = addresses;
    }

    public Bind done() {
        var permissions = mode < 0 && uid < 0 && gid < 0 ? null : new Bind.Permissions(mode, uid, gid);
        var limits = new Bind.Limits(maxConnections, backlog, nice, shards);
        var sockets =
                new Bind.Sockets(flags, maximumSegment, userTimeoutMillis, savedSyn, device, namespace, congestion);
        return new Bind(position, addresses, name, id, limits, sockets, permissions);
    }
}
