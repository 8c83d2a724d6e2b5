package headway.language.sample;

import headway.base.memory.Buffers;
import headway.base.units.Address;
import headway.http.Head;
import org.jspecify.annotations.Nullable;

/** What expressions see that are evaluated without a stream: the time, and what their holder adds. */
public abstract class StreamlessScope implements Scope {
    private final Scratch scratch = new Scratch(new Buffers());
    private final Text name;

    /** {@code name} stands where a stream has that of its frontend. */
    protected StreamlessScope(String name) {
        this.name = Text.of(name);
    }

    @Override
    public @Nullable Head request() {
        return null;
    }

    @Override
    public @Nullable Head response() {
        return null;
    }

    @Override
    public @Nullable Address source() {
        return null;
    }

    @Override
    public @Nullable Address destination() {
        return null;
    }

    @Override
    public boolean isProxied() {
        return false;
    }

    @Override
    public boolean isFirstRequest() {
        return false;
    }

    @Override
    public Text frontend() {
        return name;
    }

    @Override
    public @Nullable Text backend() {
        return null;
    }

    @Override
    public @Nullable Text server() {
        return null;
    }

    @Override
    public long streamId() {
        return 0;
    }

    @Override
    public Scratch scratch() {
        return scratch;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public int contentAt(Direction direction) {
        return 0;
    }

    @Override
    public int contentLength(Direction direction) {
        return 0;
    }

    @Override
    public boolean contentEnded(Direction direction) {
        return true;
    }

    @Override
    public boolean isFinal() {
        return true;
    }

    @Override
    public boolean waitForBody(Direction direction, long atLeast, long untilNanos) {
        return true;
    }

    /** Only actions ask for it. */
    @Override
    public Handling handling() {
        throw new IllegalStateException("there is no stream");
    }
}
