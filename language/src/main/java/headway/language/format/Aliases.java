package headway.language.format;

import headway.language.known.KnownNames;

/** The aliases of 8.2.6. */
final class Aliases {
    private Aliases() {}

    static boolean isKnown(String name) {
        return KnownNames.LOG_ALIASES.names().contains("%" + name);
    }
}
