package headway.operate.log;

import headway.base.memory.Buffers;
import headway.base.units.Address;
import headway.http.Head;
import headway.language.sample.Direction;
import headway.language.sample.Handling;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.StreamVariables;
import headway.language.sample.Text;
import headway.language.sample.VariableScope;
import headway.language.sample.Variables;
import org.jspecify.annotations.Nullable;

/** A log message as converters see it: there is no stream, only a text. One desk's. */
final class MessageScope implements Scope {
    private static final Text NAME = Text.of("log");

    private final Scratch scratch = new Scratch(new Buffers());
    private final Variables none = new StreamVariables(new Buffers());
    int at;
    int length;

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
        return NAME;
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
    public Variables variables(VariableScope scope) {
        return none;
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
        return at;
    }

    @Override
    public int contentLength(Direction direction) {
        return length;
    }

    @Override
    public boolean contentEnded(Direction direction) {
        return true;
    }

    /** Only actions ask for it. */
    @Override
    public Handling handling() {
        throw new IllegalStateException("a message is no stream");
    }

    @Override
    public boolean isFinal() {
        return true;
    }

    @Override
    public boolean waitForBody(Direction direction, long atLeast, long untilNanos) {
        return true;
    }
}
