package headway.language.sample;

import headway.base.memory.Slab;
import headway.http.Method;

/** The numbers of {@link Method} by name: names are case-sensitive, RFC 9110 9.1. */
public final class MethodNames {
    private static final String[] NAMES = {
        "", "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"
    };

    private MethodNames() {}

    /** The number, or OTHER. */
    public static int id(int at, int length) {
        for (var id = 1; id < NAMES.length; id++) {
            var name = NAMES[id];
            if (name.length() == length && isEqual(at, name)) return id;
        }
        return Method.OTHER;
    }

    /** The number, or OTHER. */
    public static int id(String text) {
        for (var id = 1; id < NAMES.length; id++) if (NAMES[id].equals(text)) return id;
        return Method.OTHER;
    }

    private static boolean isEqual(int at, String name) {
        for (var i = 0; i < name.length(); i++) if (Slab.byteAt(at + i) != name.charAt(i)) return false;
        return true;
    }
}
