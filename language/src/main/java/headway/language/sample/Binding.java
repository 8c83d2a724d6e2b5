package headway.language.sample;

import headway.base.diagnostic.Diagnostics;
import headway.language.model.ErrorGroup;
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

    /** The same with something else attached. */
    public <T> Binding with(Class<T> type, T thing) {
        return new Binding(
                vocabulary, variables, diagnostics, folder, place, isFrontend, isBackend, declared.with(type, thing));
    }

    public Map<String, ErrorGroup> errors() {
        return declared.all().errors();
    }

    /** What a package above has attached; null when there is none. */
    public <T> @Nullable T attached(Class<T> type) {
        return declared.attached().find(type);
    }

    /** How HAProxy's warnings name the place. */
    public String placeWords() {
        var side = isFrontend && isBackend ? "listen" : isFrontend ? "frontend" : "backend";
        return side + " " + place.words();
    }
}
