package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Scope;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes that are given in base 64, written down or in a variable: keys, nonces, tags. */
final class Encoded {
    private static final byte[] NOTHING = {};

    static final Encoded NONE = new Encoded(NOTHING, Operands.NO_VARIABLE);

    private final byte[] constant;
    private final VariableRef variable;

    private Encoded(byte[] constant, VariableRef variable) {
        this.constant = constant;
        this.variable = variable;
    }

    /** The argument of that name. */
    static Parameter<Encoded> encoded(String name) {
        return Parameters.of(name, "string", (text, binding) -> {
            if (text.indexOf('.') > 0) return new Encoded(NOTHING, VariableRef.of(text, binding.variables()));
            try {
                if (text.length() % 4 == 0)
                    return new Encoded(Base64.getDecoder().decode(text), Operands.NO_VARIABLE);
            } catch (IllegalArgumentException e) {
                // The message is the same.
            }
            throw new BindException("failed to parse " + name
                    + " : argument needs to be base64 encoded, and can either be a string or a variable");
        });
    }

    /** The decoded bytes; null when the variable is not set or holds something else. */
    byte @Nullable [] read(Scope scope) {
        if (variable.slot() < 0) return constant;
        var text = scope.scratch().borrow();
        var bytes = Operands.readText(scope, variable, text) && CodeConverters.fromBase64(scope, text)
                ? Slab.bytes(text.at, text.length)
                : null;
        scope.scratch().giveBack();
        return bytes;
    }
}
