package headway.language.known;

import headway.base.catalog.Catalog;
import headway.base.catalog.NameList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists of HAProxy 3.5's names, each a resource of names with a word about each: where a proxy keyword belongs, on which layer a fetch works.
 * Read when first asked for, which is when something is not supported.
 */
public enum KnownNames implements Catalog.Known {
    SECTIONS("sections"),
    /** Places and modes beside each: {@code defaults,frontend,listen http,tcp}. */
    PROXY("proxy"),
    GLOBAL("global"),
    /** Section and keyword, for the sections that are neither global nor proxies. */
    SECTION_KEYWORDS("section-keywords"),
    BIND_OPTIONS("bind-options"),
    SERVER_OPTIONS("server-options"),
    BALANCE("balance"),
    ACTIONS("actions"),
    /** Rule set and action: {@code http-request deny}. */
    ACTION_PAIRS("action-pairs"),
    /** Layer and type beside each. */
    FETCHES("fetches"),
    CONVERTERS("converters"),
    ACL_KEYWORDS("acl-keywords"),
    PREDEFINED_ACLS("predefined-acls"),
    LOG_ALIASES("log-aliases"),
    CLI_COMMANDS("cli-commands"),
    CLI_MASTER_COMMANDS("cli-master-commands"),
    STICK_TABLE_DATA("stick-table-data"),
    TERMINATION_CODES("termination-codes");

    private final String resource;
    private @Nullable Map<String, String> words;

    KnownNames(String resource) {
        this.resource = resource;
    }

    @Override
    public Set<String> names() {
        return words().keySet();
    }

    /** What the list says of a name, empty when nothing. */
    public String about(String name) {
        return words().getOrDefault(name, "");
    }

    /** As in {@code ./dev parity}. */
    public String title() {
        return resource;
    }

    /** What a name that is not supported yet waits for. */
    public Optional<Awaited> awaits(String name) {
        return LaterNames.of(this, name);
    }

    /** What is said here of names that wait and means none of these any more. */
    public List<String> idle(Collection<String> names) {
        return LaterNames.idle(this, names);
    }

    @Override
    public String waiting(String name) {
        return awaits(name).map(awaited -> " " + awaited.sentence()).orElse("");
    }

    private synchronized Map<String, String> words() {
        var now = words;
        if (now == null) words = now = NameList.read(KnownNames.class, resource + ".names");
        return now;
    }
}
