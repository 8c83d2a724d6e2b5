package headway.language.model;

import headway.language.syntax.Experiments;
import headway.language.syntax.RelativePaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the files say. Proxies stand in the order of the files; a {@code listen} is one of them and counts as frontend and as backend.
 *
 * @param errorGroups the sections {@code http-errors} by their names
 * @param userLists the sections {@code userlist} by their names
 * @param logs the sections about logs
 * @param paths where relative names of files lead on each line
 * @param experiments where experimental words may be used
 */
public record Configuration(
        Global global,
        List<Proxy> proxies,
        Map<String, ErrorGroup> errorGroups,
        Map<String, UserList> userLists,
        LogSections logs,
        RelativePaths paths,
        Experiments experiments) {
    public Configuration {
        proxies = List.copyOf(proxies);
        errorGroups = Map.copyOf(errorGroups);
        userLists = Map.copyOf(userLists);
    }

    /** The backend or listen of that name. */
    public Optional<Proxy> backend(String name) {
        return proxies.stream()
                .filter(p -> p.kind().isBackend() && p.name().equals(name))
                .findFirst();
    }

    /** The frontend or listen of that name. */
    public Optional<Proxy> frontend(String name) {
        return proxies.stream()
                .filter(p -> p.kind().isFrontend() && p.name().equals(name))
                .findFirst();
    }
}
