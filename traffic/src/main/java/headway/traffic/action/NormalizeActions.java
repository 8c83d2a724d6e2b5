package headway.traffic.action;

import static headway.language.model.ProxyRules.Stage.HTTP_REQUEST;
import static headway.language.rule.ActionEntry.action;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.rule.Action;
import headway.language.rule.ActionEntry;
import headway.language.rule.ActionLine;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Scope;
import headway.traffic.action.Normalizers.Normalizer;
import headway.traffic.fetch.Target;
import java.util.List;

/** Brings a request's target into normal form. */
final class NormalizeActions {
    static final List<ActionEntry> TABLE = List.of(action("normalize-uri", HTTP_REQUEST)
            .summary(
                    "Brings the target into a normal form (RFC 3986 6.2.2); with strict, what is no valid encoding ends with 400.")
            .experimental()
            .syntax(
                    "{ fragment-encode | fragment-strip | path-merge-slashes | path-strip-dot | path-strip-dotdot [ full ]"
                            + " | percent-decode-unreserved [ strict ] | percent-to-uppercase [ strict ] | query-sort-by-name }")
            .example("http-request normalize-uri fragment-encode", "GET /a#b HTTP/1.1", "GET /a%23b")
            .example("http-request normalize-uri fragment-strip", "GET /a?b#c HTTP/1.1", "GET /a?b")
            .example("http-request normalize-uri path-merge-slashes", "GET //a///b?c//d HTTP/1.1", "GET /a/b?c//d")
            .example("http-request normalize-uri path-strip-dot", "GET /a/./b/. HTTP/1.1", "GET /a/b/")
            .example(
                    "http-request normalize-uri path-strip-dotdot",
                    "GET http://h/../a/b/..?c HTTP/1.1",
                    "GET http://h/../a/?c")
            .example("http-request normalize-uri path-strip-dotdot full", "GET /../a/b/.. HTTP/1.1", "GET /a/")
            .example("http-request normalize-uri percent-decode-unreserved", "GET /%61%3F%zz HTTP/1.1", "GET /a%3F%zz")
            .example("http-request normalize-uri percent-decode-unreserved strict", "GET /%zz HTTP/1.1", "INVALID")
            .example("http-request normalize-uri percent-to-uppercase", "GET /%6f HTTP/1.1", "GET /%6F")
            .example("http-request normalize-uri percent-to-uppercase strict", "GET /%6 HTTP/1.1", "INVALID")
            .example("http-request normalize-uri query-sort-by-name", "GET /?b=1&a=2&b=0 HTTP/1.1", "GET /?a=2&b=1&b=0")
            .binds(NormalizeActions::normalize));

    /** Which part of the target is looked at: from the path on, as far as that. */
    private enum Part {
        PATH,
        QUERY,
        ALL
    }

    private NormalizeActions() {}

    private static Action normalize(ActionLine line) throws BindException {
        if (line.isAtEnd()) throw new BindException("missing argument <normalizer>");
        var name = line.words().take();
        return switch (name) {
            case "fragment-encode" -> bound(Part.ALL, Normalizers::encodeFragment);
            case "fragment-strip" -> bound(Part.ALL, Normalizers::stripFragment);
            case "path-merge-slashes" -> bound(Part.PATH, Normalizers::mergeSlashes);
            case "path-strip-dot" -> bound(Part.PATH, Normalizers::stripDot);
            case "path-strip-dotdot" -> {
                var full = option(line, name, "full");
                yield bound(Part.PATH, (at, length, to, _) -> Normalizers.stripDotDot(at, length, to, full));
            }
            case "percent-decode-unreserved" -> {
                var strict = option(line, name, "strict");
                yield bound(Part.ALL, (at, length, to, _) -> Normalizers.decodeUnreserved(at, length, to, strict));
            }
            case "percent-to-uppercase" -> {
                var strict = option(line, name, "strict");
                yield bound(Part.ALL, (at, length, to, _) -> Normalizers.toUpperCase(at, length, to, strict));
            }
            case "query-sort-by-name" -> bound(Part.QUERY, Normalizers::sortQuery);
            default -> throw new BindException("unknown normalizer '" + name + "'");
        };
    }

    private static boolean option(ActionLine line, String normalizer, String option) throws BindException {
        if (line.isAtEnd()) return false;
        var word = line.words().take();
        if (word.equals(option)) return true;
        throw new BindException("unknown argument '" + word + "' for '" + normalizer + "' normalizer");
    }

    private static Action bound(Part part, Normalizer normalizer) {
        return (scope, _) -> {
            var head = scope.request();
            var path = head == null ? -1 : Target.path(head);
            return head == null || path < 0 || apply(scope, head, range(head, path, part), normalizer)
                    ? Verdict.CONTINUE
                    : Verdict.INVALID;
        };
    }

    /** Begin and end of the part within the target. */
    private static long range(Head head, int path, Part part) {
        var end = head.targetLength();
        var pathEnd = Target.pathEnd(head, path);
        return switch (part) {
            case PATH -> (long) path << 32 | pathEnd;
            case QUERY -> (long) Math.min(end, pathEnd + 1) << 32 | end;
            case ALL -> (long) path << 32 | end;
        };
    }

    private static boolean apply(Scope scope, Head head, long range, Normalizer normalizer) {
        var from = (int) (range >>> 32);
        var end = (int) range;
        if (from == end) return true;
        var scratch = scope.scratch();
        var tail = head.targetLength() - end;
        var at = scratch.take(from + 3 * (end - from) + tail);
        var length = normalizer.apply(head.targetAt() + from, end - from, at + from, scratch);
        if (length == Normalizers.INVALID) return false;
        Slab.copy(head.targetAt(), at, from);
        Slab.copy(head.targetAt() + end, at + from + length, tail);
        head.target(at, from + length + tail);
        return true;
    }
}
