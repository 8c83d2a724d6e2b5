package headway.language.draft;

import headway.language.model.BackSide.HttpReuse;
import headway.language.model.Balance;
import headway.language.model.HashType;
import headway.language.model.Persistence;
import headway.language.model.RetryOn;
import headway.language.model.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What faces the servers. */
public final class BackDraft {
    public final List<ServerDraft> servers = new ArrayList<>();
    /** {@code default-server}: what later server lines begin with. */
    public final ServerDraft defaultServer;

    public Balance balance = new Balance.Random(2);
    public HashType hashType = new HashType(HashType.Method.MAP_BASED, HashType.Function.SDBM, false, 0);
    public int fullConnections;
    public int connectionRetries = 3;
    public Set<RetryOn> retryOn = EnumSet.of(RetryOn.CONNECTION_FAILURE);
    public int redispatch;
    public HttpReuse httpReuse = HttpReuse.SAFE;
    public int keepAliveQueue = -1;
    public final CheckDraft check;
    public @Nullable Source source;
    public Persistence persistence = new Persistence(null, null, null);
    public int probeCount;
    public int probeIdleSeconds;
    public int probeIntervalSeconds;

    /** {@code be-unpublished}, which defaults cannot have. */
    public boolean unpublished;

    BackDraft(@Nullable BackDraft defaults) {
        defaultServer = defaults == null ? new ServerDraft() : defaults.defaultServer.copy();
        check = new CheckDraft(defaults == null ? null : defaults.check);
        if (defaults == null) return;
        balance = defaults.balance;
        hashType = defaults.hashType;
        fullConnections = defaults.fullConnections;
        connectionRetries = defaults.connectionRetries;
        retryOn = defaults.retryOn;
        redispatch = defaults.redispatch;
        httpReuse = defaults.httpReuse;
        keepAliveQueue = defaults.keepAliveQueue;
        source = defaults.source;
        persistence = defaults.persistence;
        probeCount = defaults.probeCount;
        probeIdleSeconds = defaults.probeIdleSeconds;
        probeIntervalSeconds = defaults.probeIntervalSeconds;
    }
}
