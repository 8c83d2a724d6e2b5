package headway.traffic.persist;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.sample.Text;

/** Whether a cache between the client and the proxy might keep a response: as watched, only one that says something about it. */
final class Cacheability {
    private static final Text CACHE_CONTROL = Text.of("cache-control");
    private static final Text EXPIRES = Text.of("expires");
    private static final Text LAST_MODIFIED = Text.of("last-modified");
    private static final Text PRAGMA = Text.of("pragma");
    private static final Text[] FORBIDDING = {
        Text.of("private"), Text.of("no-cache"), Text.of("no-store"), Text.of("max-age=0"), Text.of("s-maxage=0")
    };
    private static final Text[] ALLOWING = {Text.of("max-age="), Text.of("s-maxage=")};

    private Cacheability() {}

    static boolean isCacheable(int method, Head response) {
        if (method != Method.GET && method != Method.HEAD || !isCacheableStatus(response.status())) return false;
        var isSaid = response.has(FieldName.ETAG.id())
                || find(response, EXPIRES, 0) >= 0
                || find(response, LAST_MODIFIED, 0) >= 0;
        if (find(response, PRAGMA, 0) >= 0 && isNoCache(response, find(response, PRAGMA, 0))) return false;
        for (var i = find(response, CACHE_CONTROL, 0); i >= 0; i = find(response, CACHE_CONTROL, i + 1)) {
            var word = 0;
            while (word < response.valueLength(i)) {
                var end = wordEnd(response, i, word);
                var at = response.valueAt(i) + word;
                if (isOneOf(FORBIDDING, at, end - word)) return false;
                isSaid |= beginsWithOneOf(ALLOWING, at, end - word);
                word = afterBlanks(response, i, end + 1);
            }
        }
        return isSaid;
    }

    /** RFC 9110 15.1. */
    private static boolean isCacheableStatus(int status) {
        return switch (status) {
            case 200, 203, 204, 206, 300, 301, 404, 405, 410, 414, 501 -> true;
            default -> false;
        };
    }

    private static int find(Head response, Text name, int from) {
        return response.find(name.at(), name.length(), from);
    }

    private static boolean isNoCache(Head response, int field) {
        return isOneOf(FORBIDDING, response.valueAt(field), response.valueLength(field));
    }

    private static int wordEnd(Head response, int field, int from) {
        var i = from;
        while (i < response.valueLength(field) && Slab.byteAt(response.valueAt(field) + i) != ',') i++;
        return i;
    }

    private static int afterBlanks(Head response, int field, int from) {
        var i = from;
        while (i < response.valueLength(field) && Slab.byteAt(response.valueAt(field) + i) == ' ') i++;
        return i;
    }

    private static boolean isOneOf(Text[] words, int at, int length) {
        for (var word : words) if (word.length() == length && equalFolded(at, word)) return true;
        return false;
    }

    private static boolean beginsWithOneOf(Text[] words, int at, int length) {
        for (var word : words) if (word.length() <= length && equalFolded(at, word)) return true;
        return false;
    }

    private static boolean equalFolded(int at, Text word) {
        for (var i = 0; i < word.length(); i++) {
            var c = Slab.byteAt(at + i);
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != Slab.byteAt(word.at() + i)) return false;
        }
        return true;
    }
}
