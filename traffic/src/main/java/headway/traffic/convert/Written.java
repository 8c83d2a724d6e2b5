package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Casts;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Scope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A text that is written down or in a variable.
 *
 * @param constant null: it is in the variable
 * @param folder against which it is resolved if it is the name of a file
 */
record Written(@Nullable String constant, VariableRef variable, Path folder) {
    /** The argument of that name: what has the name of a variable is one. */
    static Parameter<Written> written(String name) {
        return Parameters.of(name, "string", (text, binding) -> {
            try {
                return new Written(null, VariableRef.of(text, binding.variables()), binding.folder());
            } catch (BindException e) {
                return new Written(text, Operands.NO_VARIABLE, binding.folder());
            }
        });
    }

    /** The bytes; null when the variable is not set. */
    byte @Nullable [] bytes(Scope scope) {
        if (constant != null) return constant.getBytes(StandardCharsets.ISO_8859_1);
        var value = scope.scratch().borrow();
        var there =
                scope.variables(variable.scope()).read(variable.slot(), scope, value) && Casts.toBinary(scope, value);
        var bytes = there ? Slab.bytes(value.at, value.length) : null;
        scope.scratch().giveBack();
        return bytes;
    }

    /** The same as text. */
    @Nullable
    String text(Scope scope) {
        if (constant != null) return constant;
        var bytes = bytes(scope);
        return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
