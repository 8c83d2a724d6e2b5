package headway.language.format;

import headway.language.known.KnownNames;

/** The aliases of 8.2.6. */
final class Aliases {
    private Aliases() {}

    /** HAProxy reads the longest name of an alias that the text begins with. */
    static boolean isKnown(String text) {
        for (var length = text.length(); length > 0; length--) {
            var name = text.substring(0, length);
            if (KnownNames.LOG_ALIASES.names().contains(name) || KnownNames.LOG_ALIASES.names().contains("%" + name)) return true;
        }
        return false;
    }
}
