package headway.traffic.action;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.traffic.fetch.Target;

/** Edits of a request's target: a part of it is replaced, the rest copied. */
final class TargetEdit {
    private TargetEdit() {}

    /** A target without a path ({@code *}) is replaced as a whole. */
    static boolean path(Scope scope, Head request, Sample text) {
        var path = Target.path(request);
        if (path < 0) return replace(scope, request, 0, request.targetLength(), text);
        return replace(scope, request, path, Target.pathEnd(request, path), text);
    }

    static boolean pathAndQuery(Scope scope, Head request, Sample text) {
        return replace(scope, request, Math.max(0, Target.path(request)), request.targetLength(), text);
    }

    static boolean query(Scope scope, Head request, Sample text) {
        var end = request.targetLength();
        var mark = Target.pathEnd(request, 0);
        if (mark < end) return replace(scope, request, mark + 1, end, text);
        if (text.length == 0) return true;
        var at = scope.scratch().take(text.length + 1);
        Slab.putByte(at, (byte) '?');
        Slab.copy(text.at, at + 1, text.length);
        text.text(at, text.length + 1);
        return replace(scope, request, end, end, text);
    }

    /** RFC 9112 3.2.2: the authority of an absolute target and the Host field must say the same. */
    static boolean target(Scope scope, Head request, Sample text) {
        if (!Framing.isTarget(text.at, text.length) || !request.hasRoom(text.length - request.targetLength()))
            return false;
        request.target(text.at, text.length);
        var authority = authority(text);
        if (authority < 0) return true;
        var end = authority;
        while (end < text.length && !endsAuthority(Slab.byteAt(text.at + end))) end++;
        var host = request.find(FieldName.HOST.id(), 0);
        if (host >= 0) request.value(host, text.at + authority, end - authority);
        else request.add(FieldName.HOST, text.at + authority, end - authority);
        return true;
    }

    private static int authority(Sample text) {
        for (var i = 0; i < text.length - 2; i++) {
            var c = Slab.byteAt(text.at + i);
            if (c == '/' || c == '?') return -1;
            if (c == ':')
                return Slab.byteAt(text.at + i + 1) == '/' && Slab.byteAt(text.at + i + 2) == '/' ? i + 3 : -1;
        }
        return -1;
    }

    private static boolean endsAuthority(byte c) {
        return c == '/' || c == '?';
    }

    private static boolean replace(Scope scope, Head request, int from, int to, Sample text) {
        var tail = request.targetLength() - to;
        var length = from + text.length + tail;
        if (length > Scratch.LIMIT || !request.hasRoom(length - request.targetLength())) return false;
        var at = scope.scratch().take(length);
        Slab.copy(request.targetAt(), at, from);
        Slab.copy(text.at, at + from, text.length);
        Slab.copy(request.targetAt() + to, at + from + text.length, tail);
        if (!Framing.isTarget(at, length)) return false;
        request.target(at, length);
        return true;
    }
}
