package headway.traffic.persist;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.Method;
import headway.language.model.CookieSettings.Flag;
import headway.language.model.CookieSettings.Mode;
import headway.language.sample.Scope;
import headway.language.sample.Scratch;
import headway.language.sample.Text;
import headway.traffic.server.Server;

/** What becomes of the cookie on the way back: the server's is deleted, rewritten or passed on, and a client that needs one gets it. */
public final class ResponseCookies {
    private static final Text SET_COOKIE_2 = Text.of("set-cookie2");
    private static final Text PRIVATE = Text.of("private");
    private static final int TIMES = 2 * (1 + VisitTime.LENGTH);

    private ResponseCookies() {}

    /** Edits the response of that server. */
    public static void apply(StickyCookie cookie, Server server, Visit visit, Scope scope) {
        var response = scope.response();
        var request = scope.request();
        if (response == null || request == null) return;
        var isProvided = false;
        for (var i = 0; i < response.fields(); i++) {
            if (!setsCookie(response, i)) continue;
            closeUp(response, i, scope.scratch());
            if (!isOurs(cookie, response, i)) continue;
            isProvided = true;
            if (!isDeleted(cookie, visit)) {
                change(cookie, server, visit, i, scope);
                continue;
            }
            response.remove(i--);
            visit.answer(Visit.DELETED);
        }
        if (!cookie.isInserted() || isProvided && cookie.has(Flag.PRESERVE)) return;
        if (cookie.has(Flag.POST_ONLY) && request.methodId() != Method.POST) return;
        insert(cookie, server, visit, scope);
    }

    private static boolean setsCookie(Head response, int field) {
        return response.id(field) == FieldName.SET_COOKIE.id()
                || response.nameLength(field) == SET_COOKIE_2.length()
                        && Slab.equal(response.nameAt(field), SET_COOKIE_2.at(), SET_COOKIE_2.length());
    }

    /** Blanks around the equals sign go, whosever cookie it is. */
    private static void closeUp(Head response, int field, Scratch scratch) {
        var from = response.valueAt(field);
        var nameEnd = nameEnd(response, field);
        var valueAt = valueAt(response, field, nameEnd);
        if (valueAt <= nameEnd + 1) return;
        var name = nameEnd - from;
        var rest = end(response, field) - valueAt;
        var at = scratch.take(name + 1 + rest);
        Slab.copy(from, at, name);
        Slab.putByte(at + name, (byte) '=');
        Slab.copy(valueAt, at + name + 1, rest);
        response.value(field, at, name + 1 + rest);
    }

    /** A cookie of that name; of several pairs only the first one is a cookie. */
    private static boolean isOurs(StickyCookie cookie, Head response, int field) {
        var nameEnd = nameEnd(response, field);
        return valueAt(response, field, nameEnd) >= 0
                && cookie.isNamed(response.valueAt(field), nameEnd - response.valueAt(field));
    }

    private static int end(Head response, int field) {
        return response.valueAt(field) + response.valueLength(field);
    }

    private static int nameEnd(Head response, int field) {
        var i = response.valueAt(field);
        while (i < end(response, field) && "=;, \t".indexOf(Slab.byteAt(i)) < 0) i++;
        return i;
    }

    /** -1 when there is no equals sign behind the name. */
    private static int valueAt(Head response, int field, int nameEnd) {
        var end = end(response, field);
        var i = afterBlanks(nameEnd, end);
        return i == end || Slab.byteAt(i) != '=' ? -1 : afterBlanks(i + 1, end);
    }

    private static int afterBlanks(int at, int end) {
        var i = at;
        while (i < end && isBlank(i)) i++;
        return i;
    }

    private static boolean isBlank(int at) {
        return Slab.byteAt(at) == ' ' || Slab.byteAt(at) == '\t';
    }

    private static boolean isDeleted(StickyCookie cookie, Visit visit) {
        if (cookie.has(Flag.PRESERVE)) return false;
        return cookie.isInserted() || cookie.has(Flag.INDIRECT) && visit.server != null;
    }

    /** {@code rewrite} and {@code prefix}. */
    private static void change(StickyCookie cookie, Server server, Visit visit, int field, Scope scope) {
        var response = scope.response();
        var value = cookie.value(server);
        var mode = cookie.settings().mode();
        if (response == null || value == null || mode != Mode.REWRITE && mode != Mode.PREFIX) {
            visit.answer(Visit.PROVIDED);
            return;
        }
        var valueAt = valueAt(response, field, nameEnd(response, field));
        var fieldEnd = end(response, field);
        var kept = mode == Mode.PREFIX ? valueAt : valueEnd(valueAt, fieldEnd);
        var start = cookie.start();
        var at = scope.scratch().take(start.length() + value.length() + 1 + fieldEnd - kept);
        var end = put(put(at, start), value);
        if (mode == Mode.PREFIX) Slab.putByte(end++, (byte) '~');
        Slab.copy(kept, end, fieldEnd - kept);
        response.value(field, at, end + fieldEnd - kept - at);
        visit.answer(Visit.REWRITTEN);
    }

    /** A semicolon or comma that is not in quotes, or the blanks before it. */
    private static int valueEnd(int from, int end) {
        var quoted = false;
        var i = from;
        for (; i < end; i++) {
            var c = Slab.byteAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && (c == ';' || c == ',')) break;
        }
        while (i > from && isBlank(i - 1)) i--;
        return i;
    }

    private static int put(int at, Text text) {
        Slab.copy(text.at(), at, text.length());
        return at + text.length();
    }

    private static void insert(StickyCookie cookie, Server server, Visit visit, Scope scope) {
        var response = scope.response();
        var request = scope.request();
        if (response == null || request == null || visit.ignored || visit.designated) return;
        var now = VisitTime.now(scope.wallMillis());
        var stays = visit.server == server;
        if (stays && !isToBeRefreshed(cookie, visit, now)) return;
        var value = cookie.value(server);
        if (value == null || !cookie.settings().isDated()) {
            var whole = cookie.field(server);
            response.add(FieldName.SET_COOKIE, whole.at(), whole.length());
        } else {
            insertDated(cookie, value, stays ? visit.first : VisitTime.NONE, scope);
        }
        visit.answer(stays ? Visit.UPDATED : Visit.INSERTED);
        if (cookie.has(Flag.NO_CACHE) && Cacheability.isCacheable(request.methodId(), response))
            response.add(FieldName.CACHE_CONTROL, PRIVATE.at(), PRIVATE.length());
    }

    /** The times in the client's cookie are not those of now. */
    private static boolean isToBeRefreshed(StickyCookie cookie, Visit visit, int now) {
        if (visit.last != VisitTime.NONE && visit.last != now)
            return cookie.settings().isDated();
        return cookie.settings().maxIdleSeconds() > 0 && visit.last == VisitTime.NONE
                || cookie.settings().maxLifeSeconds() > 0 && visit.first == VisitTime.NONE;
    }

    private static void insertDated(StickyCookie cookie, Text value, int first, Scope scope) {
        var response = scope.response();
        if (response == null) return;
        var now = VisitTime.now(scope.wallMillis());
        var at = scope.scratch()
                .take(cookie.start().length()
                        + value.length()
                        + TIMES
                        + cookie.end().length());
        var end = time(put(put(at, cookie.start()), value), now);
        if (cookie.settings().maxLifeSeconds() > 0) end = time(end, first == VisitTime.NONE ? now : first);
        end = put(end, cookie.end());
        response.add(FieldName.SET_COOKIE, at, end - at);
    }

    private static int time(int at, int time) {
        Slab.putByte(at, (byte) '|');
        return VisitTime.write(at + 1, time);
    }
}
