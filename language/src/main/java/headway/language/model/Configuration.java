package headway.language.model;

import java.util.List;
import java.util.Optional;

/** All that the files say. Proxies stand in the order of the files; a {@code listen} is one of them and counts as frontend and as backend. */
public record Configuration(Global global, List<Proxy> proxies) {
    public Configuration {
        proxies = List.copyOf(proxies);
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
