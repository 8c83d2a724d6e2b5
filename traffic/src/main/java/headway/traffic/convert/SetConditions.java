package headway.traffic.convert;

import headway.language.sample.BindException;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.VariableScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** When {@code set-var} sets: configuration manual 7.3.1. All conditions must hold. */
public final class SetConditions {
    /** How many there may be. */
    public static final int MOST = 4;

    /** One of them. */
    private enum Condition {
        IFEXISTS,
        IFNOTEXISTS,
        IFEMPTY,
        IFNOTEMPTY,
        IFSET,
        IFNOTSET,
        IFGT,
        IFLT
    }

    private final Condition[] conditions;

    private SetConditions(List<Condition> conditions) {
        this.conditions = conditions.toArray(new Condition[0]);
    }

    /** The conditions of these words; empty ones are none. */
    public static SetConditions of(List<String> words) throws BindException {
        var conditions = new ArrayList<Condition>();
        for (var word : words) if (!word.isEmpty()) conditions.add(condition(word));
        return new SetConditions(conditions);
    }

    private static Condition condition(String word) throws BindException {
        var names = new ArrayList<String>();
        for (var condition : Condition.values()) {
            var name = condition.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)) return condition;
            names.add(name);
        }
        throw BindException.unknown("unknown condition \"" + word + "\"", word, names);
    }

    /** Sets the variable to the value; false when a condition does not hold, or there is no memory for it. */
    public boolean set(Scope scope, VariableRef ref, Sample value) {
        var variables = scope.variables(ref.scope());
        if (conditions.length == 0) return variables.write(ref.slot(), value);
        if (ref.scope() != VariableScope.PROCESS) return hold(scope, ref, value) && variables.write(ref.slot(), value);
        // Other loops set it too: what a condition has seen must still be true. It is the lock of ProcessVariables.
        synchronized (variables) {
            return hold(scope, ref, value) && variables.write(ref.slot(), value);
        }
    }

    private boolean hold(Scope scope, VariableRef ref, Sample value) {
        var old = scope.scratch().borrow();
        var isSet = scope.variables(ref.scope()).read(ref.slot(), scope, old);
        // A variable of the process is there from the beginning.
        var exists = isSet || ref.scope() == VariableScope.PROCESS;
        var hold = true;
        for (var condition : conditions) {
            hold &= switch (condition) {
                case IFEXISTS -> exists;
                case IFNOTEXISTS -> !exists;
                case IFEMPTY -> isEmpty(value);
                case IFNOTEMPTY -> !isEmpty(value);
                case IFSET -> isSet;
                case IFNOTSET -> !isSet;
                case IFGT -> !areNumbers(isSet, old, value) || old.integer > value.integer;
                case IFLT -> !areNumbers(isSet, old, value) || old.integer < value.integer;
            };
        }
        scope.scratch().giveBack();
        return hold;
    }

    private static boolean isEmpty(Sample value) {
        var hasText = value.type == SampleType.STR || value.type == SampleType.BIN || value.type == SampleType.METH;
        return hasText && value.length == 0;
    }

    private static boolean areNumbers(boolean isSet, Sample old, Sample value) {
        return isSet && old.type == SampleType.SINT && value.type == SampleType.SINT;
    }
}
