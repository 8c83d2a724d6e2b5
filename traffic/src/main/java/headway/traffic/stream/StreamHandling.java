package headway.traffic.stream;

import headway.base.memory.Buffers;
import headway.base.units.Address;
import headway.http.Head;
import headway.language.sample.Captures;
import headway.language.sample.Handling;
import headway.language.sample.Setting;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What rules have changed of a stream beside its messages. */
final class StreamHandling implements Handling {
    private static final long UNSET = Long.MIN_VALUE;

    private final Stream stream;
    private final Captures captures;
    private final long[] settings = new long[Setting.count()];
    private boolean isChanged;
    private @Nullable Address source;
    private @Nullable Address destination;

    StreamHandling(Stream stream, Buffers buffers) {
        this.stream = stream;
        captures = new Captures(buffers);
        Arrays.fill(settings, UNSET);
    }

    void clear() {
        captures.clear();
        source = null;
        destination = null;
        if (!isChanged) return;
        isChanged = false;
        Arrays.fill(settings, UNSET);
    }

    @Override
    public void set(Setting setting, long value) {
        isChanged = true;
        settings[setting.ordinal()] = value;
        switch (setting) {
            case LOG_LEVEL -> stream.account.level = (int) value;
            case CLIENT_TIMEOUT -> stream.relay.armClient();
            default -> {}
        }
    }

    @Override
    public long setting(Setting setting, long otherwise) {
        var value = settings[setting.ordinal()];
        return value == UNSET ? otherwise : value;
    }

    @Override
    public void source(Address address) {
        source = address;
    }

    @Override
    public void destination(Address address) {
        destination = address;
    }

    @Nullable
    Address source() {
        return source;
    }

    @Nullable
    Address destination() {
        return destination;
    }

    @Override
    public Captures captures() {
        return captures;
    }

    @Override
    public void hint(Head fields) {}

    @Override
    public void log(String step, String profile) {}

    @Override
    public void limit(int limiter, long bytes, long periodNanos) {}

    @Override
    public void vanish(int hops) {}
}
