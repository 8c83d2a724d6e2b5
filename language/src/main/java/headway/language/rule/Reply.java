package headway.language.rule;

import headway.http.FieldName;
import headway.http.Head;
import headway.language.format.Format;
import headway.language.sample.Digits;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a rule has prepared.
 *
 * <p>{@link #isProxyPage} tells that the proxy's own page for {@link #status} is wanted (its {@code errorfile}, or the program's). Otherwise {@link #fill}
 * makes head and body; {@code http-after-response} rules then run on that head as on any other.
 */
public final class Reply {
    /** A field of the answer; the name is in lower case. */
    public record Field(int id, Text name, Format value) {}

    private enum Kind {
        PROXY_PAGE,
        SILENCE,
        OWN
    }

    private static final Field[] NONE = {};

    private final int status;
    private final @Nullable Text reason;
    private final Kind kind;
    private final Field[] before;
    private final Field[] after;
    private final @Nullable Format body;

    private Reply(int status, @Nullable Text reason, Kind kind, Field[] before, Field[] after, @Nullable Format body) {
        this.status = status;
        this.reason = reason;
        this.kind = kind;
        this.before = before;
        this.after = after;
        this.body = body;
    }

    /** The proxy's page for that status. */
    public static Reply page(int status) {
        return new Reply(status, null, Kind.PROXY_PAGE, NONE, NONE, null);
    }

    /** No answer: the connection is closed. */
    public static Reply silence(int status) {
        return new Reply(status, null, Kind.SILENCE, NONE, NONE, null);
    }

    /** The proxy's page for that status, with a field of which there is no other. */
    public static Reply challenge(int status, Field field) {
        return new Reply(status, null, Kind.PROXY_PAGE, NONE, new Field[] {field}, null);
    }

    public static Field field(FieldRef name, Format value) {
        return new Field(name.id(), new Text(name.at(), name.length()), value);
    }

    /**
     * An answer of its own; without a body it has length 0.
     *
     * @param before fields that stand before Content-Length, where HAProxy has those of {@code hdr}
     * @param after fields that stand behind it
     */
    public static Reply of(int status, Text reason, List<Field> before, List<Field> after, @Nullable Format body) {
        return new Reply(status, reason, Kind.OWN, before.toArray(NONE), after.toArray(NONE), body);
    }

    /** RFC 9112 6.3: statuses whose responses end with their head. */
    public static boolean isBodiless(int status) {
        return status < 200 || status == 204 || status == 304;
    }

    public int status() {
        return status;
    }

    public boolean isProxyPage() {
        return kind == Kind.PROXY_PAGE;
    }

    /**
     * What a {@link #isProxyPage} is to have beside what it says: added to its head, in the place of fields of the same name.
     *
     * @return false when a format could not be written
     */
    public boolean complete(Scope scope, Head head) {
        if (after.length == 0) return true;
        for (var field : after) {
            if (field.id != 0) head.removeAll(field.id);
            else head.removeAll(field.name.at(), field.name.length());
        }
        var value = scope.scratch().borrow();
        var done = fill(scope, head, value, after);
        scope.scratch().giveBack();
        return done;
    }

    /** The client gets nothing: an empty error file. */
    public boolean isSilence() {
        return kind == Kind.SILENCE;
    }

    /**
     * Fills the response's head (status and fields, not those about the connection) and the view of the body. Both live as long as the stream's scratch
     * memory.
     *
     * @return false when a format could not be written
     */
    public boolean fill(Scope scope, Head head, Sample body) {
        assert kind == Kind.OWN;
        head.clear();
        head.version(11);
        head.response(status, reason == null ? 0 : reason.at(), reason == null ? 0 : reason.length());
        if (!fill(scope, head, body, before)) return false;
        if (this.body == null) body.text(0, 0);
        else if (!this.body.write(scope, body)) return false;
        var bodyAt = body.at;
        var bodyLength = body.length;
        // RFC 9110 8.6: neither in 1xx nor 204.
        if (status >= 200 && status != 204) {
            var at = scope.scratch().take(Digits.MOST);
            head.add(FieldName.CONTENT_LENGTH, at, Digits.put(at, bodyLength));
        }
        return fill(scope, head, body, after) && body.text(bodyAt, bodyLength);
    }

    private boolean fill(Scope scope, Head head, Sample value, Field[] fields) {
        for (var field : fields) {
            if (!field.value.write(scope, value)) return false;
            // As watched: a hdr without a value is not sent; an empty Location is.
            if (value.length == 0 && fields == before) continue;
            head.add(field.id, field.name.at(), field.name.length(), value.at, value.length);
        }
        return true;
    }
}
