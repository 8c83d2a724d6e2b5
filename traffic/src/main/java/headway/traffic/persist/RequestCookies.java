package headway.traffic.persist;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.language.model.CookieSettings.Flag;
import headway.language.sample.Scope;

/**
 * Reads the Cookie fields of a request: finds the server that they name, and takes out of them what the server is not to see. As HAProxy does it, a field is split at
 * semicolons and commas outside of quotes, and blanks around equals signs go.
 */
public final class RequestCookies {
    private final CookieField field = new CookieField();

    /** Finds the server for {@code visit}, and edits the fields. */
    public void read(StickyCookie cookie, Visit visit, Scope scope) {
        var request = scope.request();
        if (request == null) return;
        var now = VisitTime.now(scope.wallMillis());
        for (var i = request.find(FieldName.COOKIE.id(), 0); i >= 0; i = request.find(FieldName.COOKIE.id(), i + 1)) {
            field.begin(request.valueAt(i), request.valueLength(i), scope.scratch());
            while (field.next()) pair(cookie, visit, now);
            var length = field.end();
            if (length == request.valueLength(i)) continue;
            if (length == 0) request.remove(i--);
            else request.value(i, field.at(), length);
        }
    }

    private void pair(StickyCookie cookie, Visit visit, int now) {
        if (!field.hasValue() || !cookie.isNamed(field.nameAt(), field.nameLength())) return;
        var at = field.valueAt();
        var length = field.valueLength();
        var named = nameLength(cookie, at, length);
        if (visit.server == null) look(cookie, visit, named, now);
        if (cookie.isPrefix() && named < length) field.dropPrefix(named + 1);
        else if (cookie.isInserted() && cookie.has(Flag.INDIRECT)) field.drop();
    }

    /** How much of the value names the server: up to a bar, behind which times may stand, or in prefix mode up to the tilde. */
    private static int nameLength(StickyCookie cookie, int at, int length) {
        var delimiter = cookie.isPrefix() ? '~' : '|';
        var i = 0;
        while (i < length && Slab.byteAt(at + i) != delimiter) i++;
        return i;
    }

    private void look(StickyCookie cookie, Visit visit, int named, int now) {
        if (visit.ignored || visit.designated) {
            visit.note(Visit.UNUSED);
            return;
        }
        var settings = cookie.settings();
        var timesAt = field.valueAt() + named + 1;
        var last = cookie.isPrefix() ? VisitTime.NONE : VisitTime.read(timesAt, timeLength(timesAt));
        var firstAt = timesAt + timeLength(timesAt) + 1;
        var first = cookie.isPrefix() ? VisitTime.NONE : VisitTime.read(firstAt, timeLength(firstAt));
        if (VisitTime.isOver(first, now, settings.maxLifeSeconds())) visit.note(Visit.TOO_OLD);
        else if (VisitTime.isOver(last, now, settings.maxIdleSeconds())) visit.note(Visit.EXPIRED);
        else choose(cookie, visit, named, first, last);
    }

    /** From there to the next bar or the end of the value. */
    private int timeLength(int at) {
        var end = field.valueAt() + field.valueLength();
        var i = at;
        while (i < end && Slab.byteAt(i) != '|') i++;
        return Math.max(0, i - at);
    }

    private void choose(StickyCookie cookie, Visit visit, int named, int first, int last) {
        var server = cookie.find(field.valueAt(), named, false);
        if (server == null && visit.forced) server = cookie.find(field.valueAt(), named, true);
        if (server != null) {
            visit.server = server;
            visit.first = first;
            visit.last = last;
            visit.note(server.isReachable() ? Visit.VALID : Visit.DOWN);
        } else if (cookie.find(field.valueAt(), named, true) != null) {
            visit.note(Visit.DOWN);
        } else if (visit.request == Visit.NOTHING) {
            visit.note(Visit.INVALID);
        }
    }
}
