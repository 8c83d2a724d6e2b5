package headway.language.lint;

import headway.language.draft.GlobalDraft;
import headway.language.draft.ProxyDraft;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was read.
 *
 * @param defaults the sections of that kind, in their order
 */
public record Drafts(GlobalDraft global, List<ProxyDraft> proxies, List<ProxyDraft> defaults) {
    public Drafts {
        proxies = List.copyOf(proxies);
        defaults = List.copyOf(defaults);
    }

    /** Proxies that are not disabled. */
    Stream<ProxyDraft> enabled() {
        return proxies.stream().filter(proxy -> !proxy.disabled);
    }

    Stream<ProxyDraft> all() {
        return Stream.concat(defaults.stream(), proxies.stream());
    }
}
