package headway.traffic.stream;

import headway.base.memory.Buffers;
import headway.base.units.Address;
import headway.http.Head;
import headway.language.model.BandwidthLimit;
import headway.language.sample.Captures;
import headway.language.sample.Handling;
import headway.language.sample.Setting;
import headway.wire.engine.ConnectTarget;
import headway.wire.engine.SocketOption;
import headway.wire.engine.SocketOptions;
import headway.wire.h1.H1Client;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules have changed of a stream beside its messages. */
final class StreamHandling implements Handling {
    private static final long UNSET = Long.MIN_VALUE;
    private static final int EARLY_HINTS = 103;

    private final Stream stream;
    private final Captures captures;
    private final long[] settings = new long[Setting.count()];
    private final Head hints = new Head();
    private boolean hasHinted;
    private boolean isChanged;
    /** Rules run on the connection, before there is a stream of it: what they change holds for all its streams. */
    boolean isOfSession;

    private @Nullable Address source;
    private @Nullable Address destination;

    StreamHandling(Stream stream, Buffers buffers) {
        this.stream = stream;
        captures = new Captures(buffers);
        Arrays.fill(settings, UNSET);
    }

    @Override
    public void rewriteFailed() {
        stream.ending.rewriteFailed();
    }

    void clear() {
        captures.clear();
        source = null;
        destination = null;
        if (!isChanged) return;
        isChanged = false;
        hints.clear();
        Arrays.fill(settings, UNSET);
    }

    /** HAProxy: what a frontend's rules have set for the servers' side is lost when another proxy has the servers. */
    void routedElsewhere() {
        forget(Setting.SERVER_TIMEOUT);
        forget(Setting.TUNNEL_TIMEOUT);
        forget(Setting.CONNECT_TIMEOUT);
        forget(Setting.QUEUE_TIMEOUT);
        forget(Setting.RETRIES);
    }

    private void forget(Setting setting) {
        settings[setting.ordinal()] = UNSET;
    }

    @Override
    public void set(Setting setting, long value) {
        isChanged = true;
        settings[setting.ordinal()] = value;
        switch (setting) {
            case LOG_LEVEL -> stream.account.level = (int) value;
            case CLIENT_TIMEOUT -> stream.relay.armClient();
            case SERVER_TIMEOUT, TUNNEL_TIMEOUT -> {
                if (stream.upstream.isReady()) stream.relay.armServer();
            }
            case CLIENT_MARK -> stream.session().connection().option(SocketOption.MARK, (int) value);
            case CLIENT_TOS -> stream.session().connection().option(SocketOption.TOS, (int) value);
            case CONNECT_TIMEOUT,
                    QUEUE_TIMEOUT,
                    TARPIT_TIMEOUT,
                    RETRIES,
                    RETRY_SENT,
                    PRIORITY_CLASS,
                    PRIORITY_OFFSET,
                    NICE,
                    SERVER_MARK,
                    SERVER_TOS -> {}
        }
    }

    @Override
    public long setting(Setting setting, long otherwise) {
        var value = settings[setting.ordinal()];
        return value == UNSET ? otherwise : value;
    }

    boolean has(Setting setting) {
        return settings[setting.ordinal()] != UNSET;
    }

    /** With what rules have set for the packets to the server. */
    ConnectTarget marked(ConnectTarget target) {
        if (!isMarked()) return target;
        var values = new EnumMap<SocketOption, Integer>(SocketOption.class);
        values.putAll(target.options().values());
        put(values, SocketOption.MARK, Setting.SERVER_MARK);
        put(values, SocketOption.TOS, Setting.SERVER_TOS);
        var own = target.options();
        var options = new SocketOptions(values, own.device(), own.namespace(), own.congestion());
        return new ConnectTarget(target.address(), target.source(), options);
    }

    private void put(Map<SocketOption, Integer> values, SocketOption option, Setting setting) {
        if (has(setting)) values.put(option, (int) setting(setting, 0));
    }

    /** Its connection goes another way than those of other requests, so it is shared with none of them. */
    boolean isMarked() {
        return has(Setting.SERVER_MARK) || has(Setting.SERVER_TOS);
    }

    @Override
    public void source(Address address) {
        if (isOfSession) stream.session().source(address);
        else source = address;
        stream.account.client = address;
    }

    @Override
    public void destination(Address address) {
        if (isOfSession) stream.session().destination(address);
        else destination = address;
        stream.account.frontendAddress = address;
    }

    Address source() {
        var replaced = source;
        return replaced == null ? stream.session().source() : replaced;
    }

    Address destination() {
        var replaced = destination;
        return replaced == null ? stream.session().destination() : replaced;
    }

    @Override
    public Captures captures() {
        return captures;
    }

    @Override
    public void hint(int id, int nameAt, int nameLength, int valueAt, int valueLength) {
        isChanged = true;
        hints.add(id, nameAt, nameLength, valueAt, valueLength);
    }

    /** RFC 8297 2: only to a client that knows 1xx (RFC 9110 15.2). */
    @Override
    public void endHints() {
        if (hints.fields() == 0) return;
        if (stream.client() instanceof H1Client h1 && stream.request().version() >= 11) {
            hints.version(11);
            hints.response(EARLY_HINTS, Page.EARLY_HINTS.at(), Page.EARLY_HINTS.length());
            h1.interim(hints);
            hasHinted = true;
        }
        hints.clear();
    }

    /** The rule set waits or has ended: what it has hinted at goes out. */
    void flushHints() {
        endHints();
        if (hasHinted && stream.client() instanceof H1Client h1) h1.flush();
        hasHinted = false;
    }

    @Override
    public void log(String step, String profile) {
        stream.session().frontend().observer().noted(stream.account, stream.worker.index(), step, profile);
    }

    @Override
    public void limit(BandwidthLimit filter, long bytes, long periodNanos) {
        stream.relay.limit(filter, bytes, periodNanos);
    }

    @Override
    public void vanish(int hops) {
        stream.session().connection().vanish(hops);
    }
}
