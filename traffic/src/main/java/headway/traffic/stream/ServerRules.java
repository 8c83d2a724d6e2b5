package headway.traffic.stream;

import headway.language.condition.Condition;
import headway.language.format.Format;
import headway.language.model.ProxyOption;
import headway.language.rule.Decisions.Persistence;
import headway.language.rule.Decisions.ServerChoice;
import headway.language.sample.Scope;
import headway.traffic.server.Server;
import org.jspecify.annotations.Nullable;

/** Which server the rules of a backend want: {@code use-server}, {@code force-persist}, {@code ignore-persist}. */
final class ServerRules {
    private final BackendTarget target;
    private final ServerChoice[] choices;
    private final Persistence[] persistence;
    private final boolean persists;

    ServerRules(Policy policy, BackendTarget target) {
        this.target = target;
        choices = policy.decisions().servers().toArray(new ServerChoice[0]);
        persistence = policy.decisions().persistence().toArray(new Persistence[0]);
        persists = policy.proxy().has(ProxyOption.PERSIST);
    }

    /** The first {@code force-persist} or {@code ignore-persist} that holds is the first kind. */
    boolean forces(Scope scope) {
        var first = persistence(scope);
        return first != null && first.isForced();
    }

    /** The same of the second kind: what binds the request to a server is not to count. */
    boolean ignores(Scope scope) {
        var first = persistence(scope);
        return first != null && !first.isForced();
    }

    private @Nullable Persistence persistence(Scope scope) {
        for (var line : persistence) if (line.condition().test(scope) == Condition.YES) return line;
        return null;
    }

    /** The server of the first {@code use-server} line that holds; one that is down counts with {@code option persist} or when forced. */
    @Nullable
    Server server(Scope scope, boolean isForced) {
        for (var choice : choices) {
            if (choice.condition().test(scope) != Condition.YES) continue;
            var name = choice.name();
            var server = name == null ? target.backend().server(choice.server()) : named(scope, name);
            if (server != null && (server.isReachable() || persists || isForced)) return server;
        }
        return null;
    }

    private @Nullable Server named(Scope scope, Format name) {
        var text = scope.scratch().borrow();
        var server = name.write(scope, text) ? target.server(text.at, text.length) : null;
        scope.scratch().giveBack();
        return server;
    }
}
