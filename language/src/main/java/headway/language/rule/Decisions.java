package headway.language.rule;

import headway.language.condition.Condition;
import headway.language.format.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy decides by conditions outside of its rule sets.
 *
 * @param redirects {@code redirect} lines
 * @param monitorFails when the monitor's request is answered with a failure
 * @param servers {@code use-server} lines
 * @param persistence {@code force-persist} and {@code ignore-persist} lines; the first that holds counts
 * @param switches {@code force-be-switch}: when backends that are closed are chosen all the same
 */
public record Decisions(
        RuleSet redirects,
        List<Condition> monitorFails,
        List<ServerChoice> servers,
        List<Persistence> persistence,
        List<Condition> switches) {
    public static final Decisions NONE = new Decisions(RuleSet.EMPTY, List.of(), List.of(), List.of(), List.of());

    public Decisions {
        monitorFails = List.copyOf(monitorFails);
        servers = List.copyOf(servers);
        persistence = List.copyOf(persistence);
        switches = List.copyOf(switches);
    }

    /**
     * A server for requests that fit.
     *
     * @param server its name; when {@code name} is set it is only known when it runs
     * @param name what makes the name, or null
     */
    public record ServerChoice(
            Condition condition, String server, @Nullable Format name) {}

    /**
     * What becomes of the tie between a request and a server.
     *
     * @param isForced true: it holds even when the server is down; false: it is ignored
     */
    public record Persistence(Condition condition, boolean isForced) {}
}
