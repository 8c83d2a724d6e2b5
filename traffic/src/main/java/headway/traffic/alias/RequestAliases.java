package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.TEXT;
import static headway.language.sample.AliasEntry.Known.WITH_REQUEST;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;
import static headway.traffic.alias.Facts.text;

import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Restriction;
import headway.language.sample.LineValue;
import headway.traffic.account.RequestLine;
import java.util.List;

/** The request line as it was received, whole and in parts; {@code <BADREQ>} for what never became a request. */
final class RequestAliases {
    private static final String REQUEST = "GET http://a.example/b?c=%22 HTTP/1.1";

    static final List<AliasEntry> TABLE = List.of(
            entry("%HM", "The method.", RequestLine::method, "GET"),
            entry("%HP", "The target without its query.", RequestLine::withoutQuery, "http://a.example/b"),
            entry("%HPO", "The path alone, without authority and query.", RequestLine::path, "/b"),
            entry("%HQ", "The query with its question mark.", RequestLine::query, "?c=%22"),
            entry("%HU", "The target.", RequestLine::target, "http://a.example/b?c=%22"),
            entry("%HV", "The version.", RequestLine::version, "HTTP/1.1"),
            entry("%r", "The request line.", RequestLine::line, REQUEST));

    private RequestAliases() {}

    private static AliasEntry entry(String name, String summary, RequestLine.Part part, String expected) {
        return alias(name, TEXT, WITH_REQUEST)
                .only(Restriction.HTTP)
                .summary(summary)
                .example(name, "line=" + REQUEST.replace(' ', '_'), expected)
                .raw(raw(part))
                .writes((scope, out) -> {
                    var account = account(scope);
                    if (account.requestLineLength == 0) return text(out, "<BADREQ>");
                    var from = part.end(account, false);
                    out.escaped(from, part.end(account, true) - from);
                    out.endValue();
                    return true;
                });
    }

    private static LineValue raw(RequestLine.Part part) {
        return (scope, out) -> {
            var account = account(scope);
            if (account.requestLineLength == 0) return text(out, "<BADREQ>");
            var from = part.end(account, false);
            out.copy(from, part.end(account, true) - from);
            out.endValue();
            return true;
        };
    }
}
