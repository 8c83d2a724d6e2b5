package headway.operate.log;

import headway.base.memory.Buffers;
import headway.language.sample.Direction;
import headway.language.sample.StreamVariables;
import headway.language.sample.StreamlessScope;
import headway.language.sample.VariableScope;
import headway.language.sample.Variables;

/** A log message as converters see it: there is no stream, only a text. One desk's. */
final class MessageScope extends StreamlessScope {
    private final Variables none = new StreamVariables(new Buffers());
    int at;
    int length;

    MessageScope() {
        super("log");
    }

    @Override
    public Variables variables(VariableScope scope) {
        return none;
    }

    @Override
    public int contentAt(Direction direction) {
        return at;
    }

    @Override
    public int contentLength(Direction direction) {
        return length;
    }
}
