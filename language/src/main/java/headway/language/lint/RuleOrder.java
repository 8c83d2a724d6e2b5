package headway.language.lint;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.language.draft.ProxyDraft;
import headway.language.syntax.Line;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules that run before those they stand behind: HAProxy's own warning, which names the nearest kind that runs later. */
final class RuleOrder implements Lint {
    /** Kinds of rules in the order in which they run, with how HAProxy names them; as watched, responses and persistence have no part in it. */
    private enum Kind {
        CONNECTION("tcp-request", "connection", "tcp-request", "a 'tcp-request connection'"),
        SESSION("tcp-request", "session", "tcp-request", "a 'tcp-request session'"),
        CONTENT("tcp-request", "content", "tcp-request", "a 'tcp-request content'"),
        MONITOR("monitor", "fail", "monitor fail", "a 'monitor fail'"),
        REQUEST("http-request", "", "http-request", "an 'http-request'"),
        REDIRECT("redirect", "", "redirect", "a 'redirect'"),
        BACKEND("use_backend", "", "use_backend", "a 'use_backend'"),
        SERVER("use-server", "", "use-server", "a 'use-server'");

        private final String first;
        private final String second;
        private final String name;
        private final String named;

        Kind(String first, String second, String name, String named) {
            this.first = first;
            this.second = second;
            this.name = name;
            this.named = named;
        }

        static @Nullable Kind of(Line line) {
            for (var kind : values())
                if (line.word(0).equals(kind.first)
                        && (kind.second.isEmpty() || line.word(1).equals(kind.second))) return kind;
            return null;
        }
    }

    @Override
    public void check(Drafts drafts, Diagnostics out) {
        drafts.all().forEach(proxy -> check(proxy, out));
    }

    private static void check(ProxyDraft proxy, Diagnostics out) {
        var before = EnumSet.noneOf(Kind.class);
        for (var line : proxy.lines) {
            var kind = Kind.of(line);
            if (kind == null) continue;
            later(kind, before).ifPresent(other -> warn(kind, other, line, out));
            before.add(kind);
        }
    }

    /** Of {@code use_backend} behind {@code use-server} HAProxy says nothing. */
    private static Optional<Kind> later(Kind kind, EnumSet<Kind> before) {
        if (kind == Kind.BACKEND) return Optional.empty();
        return before.stream().filter(other -> other.compareTo(kind) > 0).findFirst();
    }

    private static void warn(Kind kind, Kind other, Line line, Diagnostics out) {
        var message =
                "a '" + kind.name + "' rule placed after " + other.named + " rule will still be processed before.";
        out.add(Severity.WARNING, Code.RULE_ORDER, line.position(), message, "");
    }
}
