package headway.traffic.action;

import headway.base.memory.Buffer;
import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.format.Format;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import headway.traffic.fetch.Target;

/** The value of a redirect's Location field. */
final class RedirectLocation implements Format {
    private static final int LIMIT = 16384;
    private static final Text SCHEME_END = Text.of("://");
    private static final Text SLASH = Text.of("/");

    private final Kind kind;
    private final Format text;
    private final Options options;

    RedirectLocation(Kind kind, Format text, Options options) {
        this.kind = kind;
        this.text = text;
        this.options = options;
    }

    /** What the given text is. */
    enum Kind {
        LOCATION,
        PREFIX,
        SCHEME
    }

    /** What becomes of the request's target in it. */
    record Options(boolean dropQuery, boolean keepQuery, boolean appendSlash) {}

    @Override
    public boolean write(Scope scope, Sample out) {
        if (!text.write(scope, out)) return false;
        var head = scope.request();
        if (head == null || kind == Kind.LOCATION && !options.keepQuery) return true;
        var work = scope.scratch().work(LIMIT);
        var fits = append(work, out.at, out.length) && append(work, head);
        if (fits) {
            var length = work.length();
            var at = scope.scratch().take(length);
            Slab.copy(work.at(), at, length);
            out.text(at, length);
        }
        work.release();
        return fits;
    }

    private boolean append(Buffer work, Head head) {
        return switch (kind) {
            case LOCATION -> appendQuery(work, head);
            case PREFIX -> appendTarget(work, head);
            case SCHEME ->
                append(work, SCHEME_END.at(), SCHEME_END.length())
                        && appendHost(work, head)
                        && appendTarget(work, head);
        };
    }

    private static boolean appendHost(Buffer work, Head head) {
        var host = head.find(FieldName.HOST.id(), 0);
        return host < 0 || append(work, head.valueAt(host), head.valueLength(host));
    }

    private boolean appendTarget(Buffer work, Head head) {
        var path = Target.path(head);
        if (path < 0) return append(work, SLASH.at(), 1);
        var end = Target.pathEnd(head, path);
        var at = head.targetAt();
        if (!options.dropQuery) return append(work, at + path, head.targetLength() - path);
        if (!append(work, at + path, end - path)) return false;
        var needsSlash = options.appendSlash && Slab.byteAt(at + end - 1) != '/';
        return !needsSlash || append(work, SLASH.at(), 1);
    }

    private static boolean appendQuery(Buffer work, Head head) {
        var mark = Target.pathEnd(head, 0);
        if (mark == head.targetLength()) return true;
        var from = work.length();
        if (!append(work, head.targetAt() + mark, head.targetLength() - mark)) return false;
        for (var i = 0; i < from; i++) {
            if (Slab.byteAt(work.at() + i) == '?') Slab.putByte(work.at() + from, (byte) '&');
        }
        return true;
    }

    private static boolean append(Buffer work, int at, int length) {
        if (length > LIMIT - work.length()) return false;
        work.append(at, length);
        return true;
    }
}
