package headway.traffic.fetch;

import headway.base.memory.Slab;
import headway.http.Head;

/** The parts of a request's target: RFC 9112 3.2. Offsets are from the target's beginning. */
public final class Target {
    private Target() {}

    /** Where the path begins; -1 when there is none: the asterisk form, and an authority. */
    public static int path(Head request) {
        var at = request.targetAt();
        var length = request.targetLength();
        if (length == 0) return -1;
        if (Slab.byteAt(at) == '/') return 0;
        var authority = authority(at, length);
        if (authority < 0) return -1;
        for (var i = authority; i < length; i++) {
            var c = Slab.byteAt(at + i);
            if (c == '/') return i;
            if (c == '?') return -1;
        }
        return -1;
    }

    /** Where the authority of an absolute form begins; -1 when the target is of another form. */
    static int authority(Head request) {
        var length = request.targetLength();
        if (length == 0 || Slab.byteAt(request.targetAt()) == '/') return -1;
        return authority(request.targetAt(), length);
    }

    private static int authority(int at, int length) {
        for (var i = 0; i < length - 2; i++) {
            if (Slab.byteAt(at + i) != ':') continue;
            return Slab.byteAt(at + i + 1) == '/' && Slab.byteAt(at + i + 2) == '/' ? i + 3 : -1;
        }
        return -1;
    }

    /** Where the path ends: at the question mark, or the end. */
    public static int pathEnd(Head request, int path) {
        var at = request.targetAt();
        var i = path;
        while (i < request.targetLength() && Slab.byteAt(at + i) != '?') i++;
        return i;
    }
}
