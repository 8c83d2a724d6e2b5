package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.model.CaptureSlots.Slot;
import headway.language.model.Proxy;
import headway.language.sample.Captures;
import headway.language.sample.Direction;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Text;
import headway.traffic.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps for the log line what a frontend's {@code capture} lines ask for. Made at load. */
final class Capturing {
    private final @Nullable FieldRef[] requestFields;
    private final @Nullable FieldRef[] responseFields;
    private final @Nullable Text cookie;
    private final int cookieLength;

    Capturing(Proxy proxy) {
        requestFields = fields(proxy.front().captures().request());
        responseFields = fields(proxy.front().captures().response());
        var asked = proxy.logging().cookie();
        cookie = asked == null ? null : Text.of(asked.name());
        cookieLength = asked == null ? 0 : asked.length();
    }

    private static @Nullable FieldRef[] fields(List<Slot> slots) {
        var fields = new FieldRef[slots.size()];
        for (var i = 0; i < fields.length; i++)
            if (!slots.get(i).field().isEmpty())
                fields[i] = FieldRef.of(slots.get(i).field());
        return fields;
    }

    /** As it came, before any rule has seen it. */
    void request(Head head, Captures captures) {
        keep(head, captures, Direction.REQUEST, requestFields);
    }

    void response(Head head, Captures captures) {
        keep(head, captures, Direction.RESPONSE, responseFields);
    }

    private static void keep(Head head, Captures captures, Direction direction, @Nullable FieldRef[] fields) {
        for (var slot = 0; slot < fields.length; slot++) {
            var field = fields[slot];
            var last = field == null ? -1 : last(head, field);
            if (last >= 0) captures.write(direction, slot, head.valueAt(last), head.valueLength(last));
        }
    }

    private static int last(Head head, FieldRef field) {
        var last = -1;
        for (var at = find(head, field, 0); at >= 0; at = find(head, field, at + 1)) last = at;
        return last;
    }

    private static int find(Head head, FieldRef field, int from) {
        return field.id() != 0 ? head.find(field.id(), from) : head.find(field.at(), field.length(), from);
    }

    /** After the rules. The view lasts as long as the stream. */
    void requestCookie(Head head, Account account) {
        var found = cookie == null ? 0 : find(head, FieldName.COOKIE.id(), cookie);
        if (found == 0) return;
        account.requestCookieAt = (int) (found >>> 32);
        account.requestCookieLength = Math.min((int) found, cookieLength);
    }

    /** A copy: a response does not stay where it was received. */
    void responseCookie(Head head, StreamScope scope, Account account) {
        var found = cookie == null ? 0 : find(head, FieldName.SET_COOKIE.id(), cookie);
        if (found == 0) return;
        var length = Math.min((int) found, cookieLength);
        account.responseCookieAt = scope.scratch().take(length);
        account.responseCookieLength = length;
        Slab.copy((int) (found >>> 32), account.responseCookieAt, length);
    }

    /** Place and length of the first cookie whose name begins so, in the halves of a number; 0 when there is none. */
    private static long find(Head head, int field, Text name) {
        for (var i = head.find(field, 0); i >= 0; i = head.find(field, i + 1)) {
            var found = find(head.valueAt(i), head.valueAt(i) + head.valueLength(i), name);
            if (found != 0) return found;
        }
        return 0;
    }

    private static long find(int from, int to, Text name) {
        var at = from;
        while (at < to) {
            while (at < to && isBlank(at)) at++;
            var end = end(at, to);
            if (end - at >= name.length() && Slab.equal(at, name.at(), name.length()))
                return (long) at << 32 | trimmed(at, end) - at;
            at = end + 1;
        }
        return 0;
    }

    /** HAProxy: a semicolon within quotes belongs to the value. */
    private static int end(int from, int to) {
        var quoted = false;
        var end = from;
        while (end < to && (quoted || Slab.byteAt(end) != ';')) if (Slab.byteAt(end++) == '"') quoted = !quoted;
        return end;
    }

    private static int trimmed(int from, int to) {
        var end = to;
        while (end > from && isBlank(end - 1)) end--;
        return end;
    }

    private static boolean isBlank(int at) {
        return Slab.byteAt(at) == ' ' || Slab.byteAt(at) == '\t';
    }
}
