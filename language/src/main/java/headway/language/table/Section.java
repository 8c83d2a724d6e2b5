package headway.language.table;

import java.util.EnumSet;
import java.util.Set;

/** Where a directive may stand. */
public enum Section {
    GLOBAL("global"),
    DEFAULTS("defaults"),
    FRONTEND("frontend"),
    LISTEN("listen"),
    BACKEND("backend"),
    HTTP_ERRORS("http-errors"),
    USERLIST("userlist"),
    RING("ring"),
    LOG_FORWARD("log-forward"),
    LOG_PROFILE("log-profile");

    /** Proxies with a face to clients, and what they inherit from. */
    static final Set<Section> FRONT = EnumSet.of(DEFAULTS, FRONTEND, LISTEN);
    /** Proxies with servers, and what they inherit from. */
    static final Set<Section> BACK = EnumSet.of(DEFAULTS, LISTEN, BACKEND);

    static final Set<Section> PROXIES = EnumSet.of(DEFAULTS, FRONTEND, LISTEN, BACKEND);
    static final Set<Section> ONLY_GLOBAL = EnumSet.of(GLOBAL);
    static final Set<Section> ONLY_ERRORS = EnumSet.of(HTTP_ERRORS);
    static final Set<Section> ONLY_USER_LISTS = EnumSet.of(USERLIST);
    static final Set<Section> ONLY_RING = EnumSet.of(RING);
    static final Set<Section> ONLY_LOG_FORWARD = EnumSet.of(LOG_FORWARD);
    static final Set<Section> ONLY_LOG_PROFILE = EnumSet.of(LOG_PROFILE);

    private final String word;

    Section(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
