package headway.language.draft;

import headway.base.diagnostic.Position;
import headway.base.units.Address;
import headway.language.model.Check;
import headway.language.model.InitialAddress;
import headway.language.model.ServerAddress;
import headway.language.model.ServerLine;
import headway.language.model.ServerLine.RingKey;
import headway.language.model.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code server} or {@code default-server} line; the initial values are HAProxy's. */
public final class ServerDraft {
    public Position position = Position.NOWHERE;
    public String name = "";
    /** 0 until set. */
    public int id;
    /** It was written, not counted. */
    public boolean isIdForced;

    public @Nullable ServerAddress address;
    public List<InitialAddress> initialAddresses = List.of(new InitialAddress.Last(), new InitialAddress.Libc());
    public int weight = 1;
    public boolean backup;
    public boolean disabled;
    public int maxConnections;
    public int minConnections;
    public int maxQueue;
    public long slowStartNanos;
    public int poolMax = -1;
    public int poolLow;
    public long poolPurgeDelayNanos = 5_000_000_000L;
    public int maxReuse = -1;
    public int userTimeoutMillis;
    public boolean fastOpen;
    public @Nullable String namespace;
    public @Nullable String congestion;
    public boolean check;
    public long intervalNanos = 2_000_000_000L;
    public long fastIntervalNanos = -1;
    public long downIntervalNanos = -1;
    public int rise = 2;
    public int fall = 3;
    public @Nullable Address checkAddress;
    public int checkPort;
    public @Nullable String redirect;
    public @Nullable Source source;
    public @Nullable String cookie;
    public RingKey ringKey = RingKey.ID;
    /** Its address asks for datagrams. */
    public boolean takesDatagrams;
    /** {@code log-proto octet-count}. */
    public boolean countsOctets;
    /** {@code log-bufsize}; 0 until set. */
    public int logBufferSize;

    public ServerLine.Shutdown shutdown = ServerLine.Shutdown.NEVER;

    /** What a new line begins with that has this one as its defaults. */
    public ServerDraft copy() {
        var copy = new ServerDraft();
        copy.initialAddresses = initialAddresses;
        copy.weight = weight;
        copy.backup = backup;
        copy.disabled = disabled;
        copy.maxConnections = maxConnections;
        copy.minConnections = minConnections;
        copy.maxQueue = maxQueue;
        copy.slowStartNanos = slowStartNanos;
        copyPool(copy);
        copyCheck(copy);
        copy.userTimeoutMillis = userTimeoutMillis;
        copy.fastOpen = fastOpen;
        copy.namespace = namespace;
        copy.congestion = congestion;
        copy.redirect = redirect;
        copy.source = source;
        copy.cookie = cookie;
        copy.ringKey = ringKey;
        copy.countsOctets = countsOctets;
        copy.logBufferSize = logBufferSize;
        copy.shutdown = shutdown;
        return copy;
    }

    private void copyPool(ServerDraft copy) {
        copy.poolMax = poolMax;
        copy.poolLow = poolLow;
        copy.poolPurgeDelayNanos = poolPurgeDelayNanos;
        copy.maxReuse = maxReuse;
    }

    private void copyCheck(ServerDraft copy) {
        copy.check = check;
        copy.intervalNanos = intervalNanos;
        copy.fastIntervalNanos = fastIntervalNanos;
        copy.downIntervalNanos = downIntervalNanos;
        copy.rise = rise;
        copy.fall = fall;
        copy.checkAddress = checkAddress;
        copy.checkPort = checkPort;
    }

    public ServerLine done(ServerAddress where) {
        return new ServerLine(
                position,
                name,
                id,
                where,
                initialAddresses,
                weight,
                backup,
                disabled,
                new ServerLine.Limits(maxConnections, minConnections, maxQueue, slowStartNanos),
                new ServerLine.Pool(poolMax, poolLow, poolPurgeDelayNanos, maxReuse),
                new ServerLine.Sockets(userTimeoutMillis, fastOpen, namespace, congestion),
                new Check(
                        check,
                        intervalNanos,
                        fastIntervalNanos,
                        downIntervalNanos,
                        rise,
                        fall,
                        checkAddress,
                        checkPort),
                redirect,
                source,
                new ServerLine.Identity(cookie, ringKey, isIdForced),
                new ServerLine.Logs(takesDatagrams, countsOctets, logBufferSize),
                shutdown);
    }
}
