package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.fieldName;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.REQUEST_HEAD;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.sample.FetchEntry;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import java.util.List;

/** Credentials as a request gives them (RFC 9110 11.6.2); nobody has verified them. */
final class CredentialFetches {
    private static final Text BASIC = Text.of("Basic");
    private static final Text BEARER = Text.of("Bearer");
    private static final FieldRef AUTHORIZATION = FieldRef.of("authorization");
    private static final String USER = "authorization: Basic dXNlcjpwYTpzcw==";

    static final List<FetchEntry> TABLE = List.of(
            fetch("http_auth_type", STR, REQUEST_HEAD)
                    .summary("The scheme of the credentials: Basic or Bearer.")
                    .example("http_auth_type", USER, "Basic")
                    .example("http_auth_type", "authorization: bearer abc", "Bearer")
                    .binds(CredentialFetches::type),
            fetch("http_auth_user", STR, REQUEST_HEAD)
                    .summary("The user's name in Basic credentials (RFC 7617).")
                    .example("http_auth_user", USER, "user")
                    .binds((scope, out) -> part(scope, false, out)),
            fetch("http_auth_pass", STR, REQUEST_HEAD)
                    .summary("The password in Basic credentials (RFC 7617).")
                    .example("http_auth_pass", USER, "pa:ss")
                    .binds((scope, out) -> part(scope, true, out)),
            fetch("http_auth_bearer", STR, REQUEST_HEAD)
                    .summary("The token of Bearer credentials (RFC 6750), from the Authorization field or another one.")
                    .example("http_auth_bearer", "authorization: Bearer abc.d", "abc.d")
                    .example("http_auth_bearer(x-t)", "x-t: bearer  abc", "abc")
                    .binds(orElse(fieldName(), AUTHORIZATION), name -> (scope, out) -> {
                        var head = scope.request();
                        return head == null ? out.notYet() : bearer(head, name, out);
                    }));

    private CredentialFetches() {}

    private static boolean type(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        if (bearer(head, AUTHORIZATION, out)) return out.text(BEARER);
        var scratch = scope.scratch();
        var mark = scratch.mark();
        var known = basic(head, scope, out);
        scratch.reset(mark);
        return known && out.text(BASIC);
    }

    private static boolean bearer(Head head, FieldRef name, Sample out) {
        var index = ListValues.find(head, name, 0);
        return index >= 0 && scheme(head, index, BEARER, out);
    }

    /** The user, or what follows the first colon. */
    private static boolean part(Scope scope, boolean password, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        if (!basic(head, scope, out)) return false;
        var colon = colon(out);
        return password ? out.text(out.at + colon + 1, out.length - colon - 1) : out.text(out.at, colon);
    }

    private static int colon(Sample text) {
        var i = 0;
        while (i < text.length && Slab.byteAt(text.at + i) != ':') i++;
        return i;
    }

    /** Without a colon there are no credentials (RFC 7617 2). */
    private static boolean basic(Head head, Scope scope, Sample out) {
        var index = head.find(FieldName.AUTHORIZATION.id(), 0);
        return index >= 0 && scheme(head, index, BASIC, out) && decode(scope, out) && colon(out) < out.length;
    }

    private static boolean scheme(Head head, int index, Text name, Sample out) {
        var at = head.valueAt(index);
        var length = head.valueLength(index);
        if (length <= name.length() || Slab.byteAt(at + name.length()) != ' ') return false;
        for (var i = 0; i < name.length(); i++)
            if ((Slab.byteAt(at + i) | 32) != (Slab.byteAt(name.at() + i) | 32)) return false;
        var from = name.length();
        while (from < length && Slab.byteAt(at + from) == ' ') from++;
        return from < length && out.text(at + from, length - from);
    }

    /** RFC 4648 4, with its padding. */
    private static boolean decode(Scope scope, Sample out) {
        if (out.length == 0 || out.length % 4 != 0) return false;
        var digits = out.length;
        while (digits > out.length - 2 && Slab.byteAt(out.at + digits - 1) == '=') digits--;
        var at = scope.scratch().take(out.length / 4 * 3);
        var to = at;
        var group = 0;
        for (var i = 0; i < digits; i++) {
            var digit = digit(Slab.byteAt(out.at + i));
            if (digit < 0) return false;
            group = group << 6 | digit;
            var bits = (i + 1) * 6 % 8;
            if (bits < 6) Slab.putByte(to++, (byte) (group >> bits));
        }
        return out.text(at, to - at);
    }

    private static int digit(byte c) {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
