package headway.traffic.convert;

import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.VariableScope;

/** Arguments that may be variables. */
final class Operands {
    static final VariableRef NO_VARIABLE = new VariableRef(VariableScope.TRANSACTION, -1);

    static final Number MOST = new Number(Long.MAX_VALUE, VariableScope.TRANSACTION, -1);

    private Operands() {}

    /**
     * A number, or a variable that has one.
     *
     * @param slot -1 for a number
     */
    record Number(long value, VariableScope scope, int slot) {
        /** Puts the number into {@code out}. */
        boolean read(Scope stream, Sample out) {
            if (slot < 0) return out.integer(value);
            return stream.variables(scope).read(slot, stream, out) && Casts.toInteger(stream, out);
        }
    }

    static boolean readText(Scope scope, VariableRef ref, Sample out) {
        return scope.variables(ref.scope()).read(ref.slot(), scope, out) && Casts.toText(scope, out);
    }

    static Parameter<Number> number() {
        return number("string", "value");
    }

    static Parameter<Number> number(String type, String name) {
        return Parameters.of(name, type, (text, binding) -> {
            if (text.isEmpty() || text.matches("[-+]?\\d+"))
                return new Number(number(text), VariableScope.TRANSACTION, -1);
            try {
                var ref = VariableRef.of(text, binding.variables());
                return new Number(0, ref.scope(), ref.slot());
            } catch (BindException e) {
                throw new BindException("expects an integer or a variable name");
            }
        });
    }

    /** What is too large stays at the end of the range; nothing is 0. */
    private static long number(String text) {
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** A variable that is read, in HAProxy's words when its name is none. */
    static Parameter<VariableRef> variable() {
        return Parameters.of("var", "string", (text, binding) -> {
            try {
                return VariableRef.of(text, binding.variables());
            } catch (BindException e) {
                throw new BindException("failed to register variable name '" + text + "'");
            }
        });
    }
}
