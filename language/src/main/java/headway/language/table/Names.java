package headway.language.table;

/** What names of proxies, servers and the like may be made of. */
public final class Names {
    private Names() {}

    /** Letters, digits, dot, hyphen, underscore and colon. */
    public static boolean isAllowed(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || c == '-'
                || c == '_'
                || c == ':';
    }
}
