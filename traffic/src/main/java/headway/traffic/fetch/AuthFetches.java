package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;

import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.sample.FetchEntry;
import headway.language.sample.Parameters;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has sent the request: RFC 7617, "The 'Basic' HTTP Authentication Scheme". These make objects, and a password is compared by a hash that is slow on purpose. */
final class AuthFetches {
    private static final String ANN = "authorization: Basic YW5uOnNlY3JldA==";

    static final List<FetchEntry> TABLE = List.of(
            fetch("http_auth", SampleType.BOOL, Source.REQUEST_HEAD)
                    .summary("True when the request names a user of the list and says the password.")
                    .example("http_auth(staff)", ANN, "1")
                    .example("http_auth(staff)", "authorization: Basic Ym9iOnBsYWlu", "1")
                    .example("http_auth(staff)", "authorization: basic Ym9iOndyb25n", "0")
                    .example("http_auth(staff)", "", "0")
                    .binds(Parameters.userList(), list -> {
                        var users = new Users(list);
                        return (scope, out) -> out.bool(user(scope, users) != null);
                    }),
            fetch("http_auth_group", SampleType.STR, Source.REQUEST_HEAD)
                    .summary(
                            "In conditions the groups of the user of the list that the request names with the password, one after the other; else the user's name.")
                    .example("http_auth_group(staff)", ANN, "ann")
                    .example("http_auth_group(staff)", "authorization: Basic eDp5", "")
                    .binds(Parameters.userList(), list -> {
                        var users = new Users(list);
                        return (scope, out) -> group(scope, out, users);
                    }));

    private AuthFetches() {}

    private static Users.@Nullable Member user(Scope scope, Users users) {
        var request = scope.request();
        if (request == null) return null;
        var field = scope.isProxied() ? FieldName.PROXY_AUTHORIZATION : FieldName.AUTHORIZATION;
        var at = request.find(field.id(), 0);
        return at < 0 ? null : users.find(credentials(request, at));
    }

    /** What stands behind the scheme and its blanks, or an empty text when it is another scheme. */
    private static byte[] credentials(Head request, int field) {
        var value = Slab.bytes(request.valueAt(field), request.valueLength(field));
        var scheme = "basic ";
        if (value.length < scheme.length()) return new byte[0];
        for (var i = 0; i < scheme.length(); i++) {
            var c = value[i] >= 'A' && value[i] <= 'Z' ? value[i] | 0x20 : value[i];
            if (c != scheme.charAt(i)) return new byte[0];
        }
        var from = scheme.length();
        while (from < value.length && value[from] == ' ') from++;
        return Arrays.copyOfRange(value, from, value.length);
    }

    private static boolean group(Scope scope, Sample out, Users users) {
        var user = user(scope, users);
        if (user == null) return false;
        if (!out.iterate) return out.text(user.name());
        var groups = user.groups();
        if (out.cursor >= groups.size()) return false;
        var group = groups.get(out.cursor++);
        out.more = out.cursor < groups.size();
        return out.text(group);
    }
}
