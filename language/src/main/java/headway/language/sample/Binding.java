package headway.language.sample;

import headway.base.diagnostic.Diagnostics;
import headway.language.condition.Acls;
import headway.language.model.ErrorGroup;
import headway.language.pattern.PatternStore;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known while the rules of one kind of one proxy are bound.
 *
 * @param vocabulary all fetches and converters
 * @param variables gives slots to variables
 * @param diagnostics takes warnings; errors are thrown as {@link BindException}
 * @param folder against which relative file names are resolved
 * @param place the kind of the rules
 * @param isFrontend the proxy is a frontend or a listen (or a defaults that such proxies use)
 * @param isBackend the proxy is a backend or a listen
 * @param declared what they may name
 */
public record Binding(
        Vocabulary vocabulary,
        VariableNames variables,
        Diagnostics diagnostics,
        Path folder,
        Place place,
        boolean isFrontend,
        boolean isBackend,
        Declared declared) {

    /** The same for rules of another kind. */
    public Binding at(Place other) {
        return new Binding(vocabulary, variables, diagnostics, folder, other, isFrontend, isBackend, declared);
    }

    /** The same for a line whose relative names of files lead elsewhere. */
    public Binding in(Path other) {
        if (other.equals(folder)) return this;
        return new Binding(vocabulary, variables, diagnostics, other, place, isFrontend, isBackend, declared);
    }

    /** The same with named ACLs. */
    public Binding with(Acls named) {
        return new Binding(
                vocabulary, variables, diagnostics, folder, place, isFrontend, isBackend, declared.with(named));
    }

    public Map<String, ErrorGroup> errors() {
        return declared.all().errors();
    }

    public PatternStore patterns() {
        return declared.all().patterns();
    }

    @Nullable
    public Acls acls() {
        return declared.acls();
    }

    /** How HAProxy's warnings name the place. */
    public String placeWords() {
        var side = isFrontend && isBackend ? "listen" : isFrontend ? "frontend" : "backend";
        return side + " " + place.words();
    }
}
