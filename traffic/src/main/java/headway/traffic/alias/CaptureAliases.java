package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.ITEMS;
import static headway.language.sample.AliasEntry.Kind.LIST;
import static headway.language.sample.AliasEntry.Kind.TEXT;
import static headway.language.sample.AliasEntry.Known.WITH_RESPONSE;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;

import headway.language.line.LineWriter;
import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Draft;
import headway.language.sample.AliasEntry.Restriction;
import headway.language.sample.Direction;
import headway.language.sample.Scope;
import java.util.List;

/** What {@code capture} lines and rules have kept of the messages. */
final class CaptureAliases {
    static final List<AliasEntry> TABLE = List.of(
            draft("%CC", TEXT, "The cookie that capture cookie has found in the request.")
                    .example("%CC", "cookie=SID=a1", "SID=a1")
                    .writes((scope, out) ->
                            copy(out, account(scope).requestCookieAt, account(scope).requestCookieLength)),
            draft("%CS", TEXT, "The cookie that capture cookie has found in the response.")
                    .example("%CS", "setcookie=SID=a2", "SID=a2")
                    .writes((scope, out) ->
                            copy(out, account(scope).responseCookieAt, account(scope).responseCookieLength)),
            draft("%hr", LIST, "The captured fields of the request, in braces.")
                    .example("%hr", "capture=a,b|c", "{a|b#7Cc}")
                    .writes((scope, out) -> list(scope, out, Direction.REQUEST)),
            draft("%hrl", ITEMS, "The captured fields of the request, each for itself.")
                    .example("%hrl %{+Q}hrl", "capture=a,", "a - \"a\" \"\"")
                    .quoted((scope, out) -> items(scope, out, Direction.REQUEST, true))
                    .writes((scope, out) -> items(scope, out, Direction.REQUEST, false)),
            draft("%hs", LIST, "The captured fields of the response, in braces.")
                    .example("%hs", "capture=a,b", "{|}")
                    .writes((scope, out) -> list(scope, out, Direction.RESPONSE)),
            draft("%hsl", ITEMS, "The captured fields of the response, each for itself.")
                    .example("%hsl", "capture=a,b", "- -")
                    .quoted((scope, out) -> items(scope, out, Direction.RESPONSE, true))
                    .writes((scope, out) -> items(scope, out, Direction.RESPONSE, false)));

    private CaptureAliases() {}

    private static Draft draft(String name, AliasEntry.Kind kind, String summary) {
        return alias(name, kind, WITH_RESPONSE).only(Restriction.HTTP).summary(summary);
    }

    private static boolean copy(LineWriter out, int at, int length) {
        if (length == 0) return false;
        out.copy(at, length);
        return true;
    }

    /** Nothing without a request, or when the frontend captures nothing. */
    private static int count(Scope scope, Direction direction) {
        return account(scope).requestEndNanos == 0
                ? 0
                : scope.handling().captures().count(direction);
    }

    private static boolean list(Scope scope, LineWriter out, Direction direction) {
        var count = count(scope, direction);
        if (count == 0) return false;
        out.character('{');
        for (var slot = 0; slot < count; slot++) {
            if (slot > 0) out.character('|');
            item(scope, out, direction, slot);
        }
        out.character('}');
        return true;
    }

    private static boolean items(Scope scope, LineWriter out, Direction direction, boolean quotes) {
        var count = count(scope, direction);
        for (var slot = 0; slot < count; slot++) {
            if (slot > 0) out.character(' ');
            if (quotes) out.character('"');
            if (!item(scope, out, direction, slot) && !quotes) out.character('-');
            if (quotes) out.character('"');
        }
        return count > 0;
    }

    private static boolean item(Scope scope, LineWriter out, Direction direction, int slot) {
        var text = scope.scratch().borrow();
        var is = scope.handling().captures().read(direction, slot, text);
        if (is) out.escapedItem(text.at, text.length);
        scope.scratch().giveBack();
        return is;
    }
}
