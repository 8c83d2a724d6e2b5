package headway.language.sample;

import headway.base.diagnostic.Diagnostics;
import headway.language.model.ErrorGroup;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is known while the rules of one kind of one proxy are bound.
 *
 * @param vocabulary all fetches and converters
 * @param variables gives slots to variables
 * @param diagnostics takes warnings; errors are thrown as {@link BindException}
 * @param folder against which relative file names are resolved
 * @param errors the sections {@code http-errors} by their names
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
        Map<String, ErrorGroup> errors,
        Place place,
        boolean isFrontend,
        boolean isBackend,
        Declared declared) {

    /** The same for rules of another kind. */
    public Binding at(Place other) {
        return new Binding(vocabulary, variables, diagnostics, folder, errors, other, isFrontend, isBackend, declared);
    }

    /** The same for a line whose relative names of files lead elsewhere. */
    public Binding in(Path other) {
        if (other.equals(folder)) return this;
        return new Binding(vocabulary, variables, diagnostics, other, errors, place, isFrontend, isBackend, declared);
    }

    /** How HAProxy's warnings name the place. */
    public String placeWords() {
        var side = isFrontend && isBackend ? "listen" : isFrontend ? "frontend" : "backend";
        return side + " " + place.words();
    }
}
