package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.model.ProxyRules.Stage.HTTP_RESPONSE;
import static headway.language.rule.ActionEntry.action;

import headway.language.rule.ActionEntry;
import java.util.List;

/** Redirects. */
final class RedirectActions {
    static final List<ActionEntry> TABLE = List.of(action("redirect", HTTP_REQUEST, HTTP_RESPONSE)
            .summary(
                    "Answers with a redirect to a location, to the same path behind a prefix, or to the same with another scheme.")
            .syntax(
                    "{ location | prefix | scheme } <fmt> [ code <code> ] [ drop-query ] [ keep-query ] [ append-slash ] [ ignore-empty ]"
                            + " [ set-cookie <c> ] [ set-cookie-fmt <fmt> ] [ clear-cookie <c> ]")
            .example("http-request redirect location /new%[path]", "GET /a HTTP/1.1", "RETURN 302 location: /new/a")
            .example(
                    "http-request redirect code 301 prefix http://o drop-query append-slash",
                    "GET /a?b HTTP/1.1",
                    "RETURN 301 location: http://o/a/")
            .example(
                    "http-request redirect scheme https",
                    "GET /a?b HTTP/1.1\nhost: h",
                    "RETURN 302 location: https://h/a?b")
            .example("http-request redirect location /x set-cookie A=1", "", "RETURN 302 set-cookie: A=1; path=/;")
            .example("http-request redirect location %[req.hdr(none)] ignore-empty", "", "CONTINUE")
            .example("http-response redirect location /x code 303", "HTTP/1.1 200 OK", "RETURN 303 location: /x")
            .binds(line -> new RedirectParser(line).parse()));

    private RedirectActions() {}
}
