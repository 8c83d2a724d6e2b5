package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.language.condition.Condition;
import headway.language.format.Format;
import headway.language.model.LogFormat.Form;
import headway.language.model.LogStep;
import headway.language.sample.Measure;
import headway.language.sample.Meter;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.traffic.account.StreamObserver;
import headway.traffic.counter.RateLimit;
import headway.traffic.counter.Tally;
import headway.wire.h1.H1Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A frontend at run time: what it wants done, where its requests go, and how many clients it has. */
public final class Frontend implements Meter {
    /**
     * A {@code use_backend} rule.
     *
     * @param target where to; null when {@code name} tells it at run time
     * @param condition when; null for always
     */
    public record Route(
            @Nullable BackendTarget target,
            @Nullable Format name,
            @Nullable Condition condition) {}

    private final Policy policy;
    private final Tally tally;
    private final H1Settings h1Settings;
    private final RequestsInTcp requestsInTcp;
    private final StreamObserver observer;
    private final int maxConnections;
    private final RateLimit sessionLimit;
    private final boolean logsDestination;
    private final boolean logsServerSource;
    private final int logSteps;
    private final Condition[] forces;
    private Route[] routes = {};
    private Map<String, BackendTarget> byName = Map.of();
    private @Nullable BackendTarget defaultTarget;
    private @Nullable BackendTarget self;

    public Frontend(
            Policy policy,
            Tally tally,
            H1Settings h1Settings,
            StreamObserver observer,
            RequestsInTcp requestsInTcp,
            int maxConnections) {
        this.policy = policy;
        this.tally = tally;
        this.h1Settings = h1Settings;
        this.observer = observer;
        this.requestsInTcp = requestsInTcp;
        this.maxConnections = maxConnections;
        forces = policy.decisions().switches().toArray(new Condition[0]);
        sessionLimit = new RateLimit(policy.proxy().front().sessionRate());
        logSteps = observer.steps();
        logsDestination = policy.proxy().logging().formats().line().form() == Form.CONNECT
                || policy.mentions("%fi", "%fp", "dst", "dst_port");
        logsServerSource = policy.mentions("%bi", "%bp", "bc_src", "bc_src_port");
    }

    /** Set once, before the first client: backends are made after frontends. */
    public void routes(List<Route> routes, Map<String, BackendTarget> byName, @Nullable BackendTarget otherwise) {
        this.routes = routes.toArray(new Route[0]);
        this.byName = Map.copyOf(byName);
        this.defaultTarget = otherwise;
        var namesake = byName.get(policy.name());
        self = namesake != null && namesake.policy() == policy ? namesake : null;
    }

    /** Its other half, when it is a {@code listen}. */
    @Nullable
    BackendTarget self() {
        return self;
    }

    public String name() {
        return policy.name();
    }

    public Policy policy() {
        return policy;
    }

    public Tally tally() {
        return tally;
    }

    H1Settings h1Settings() {
        return h1Settings;
    }

    /** Who writes its log. */
    StreamObserver observer() {
        return observer;
    }

    /** Whether its log wants to be told of a step before the end. */
    boolean logs(LogStep step) {
        return (logSteps & step.bit()) != 0;
    }

    /** Its log lines name the address from which servers are connected to, which has to be asked of the kernel. */
    boolean logsServerSource() {
        return logsServerSource;
    }

    /** Its log lines name the address that the client connected to, which has to be asked of the kernel. */
    boolean logsDestination() {
        return logsDestination;
    }

    RequestsInTcp requestsInTcp() {
        return requestsInTcp;
    }

    /** The first rule that fits, else the default; null when there is none. Backends that are closed count as if they were not named. */
    @Nullable
    BackendTarget route(Scope scope) {
        for (var route : routes) {
            if (route.condition != null && route.condition.test(scope) != Condition.YES) continue;
            var target = route.name == null ? route.target : named(route.name, scope);
            if (target != null && leadsTo(target, scope)) return target;
        }
        return defaultTarget == null || leadsTo(defaultTarget, scope) ? defaultTarget : self;
    }

    /** {@code force-be-switch} is asked only of a backend that is closed, and of all its conditions one is enough. */
    private boolean leadsTo(BackendTarget target, Scope scope) {
        if (target.isOpen() || target == self) return true;
        for (var condition : forces) if (condition.test(scope) == Condition.YES) return true;
        return false;
    }

    /** HAProxy: a name that is no backend's lets the rule pass. */
    private @Nullable BackendTarget named(Format name, Scope scope) {
        var text = new Sample();
        return name.write(scope, text) ? byName.get(Slab.text(text.at, text.length)) : null;
    }

    @Override
    public long read(Measure measure, long nanos) {
        return switch (measure) {
            case SESSIONS -> tally.sessions.current();
            case SESSIONS_PER_SECOND -> tally.sessionRate.perSecond(nanos);
            case REQUESTS_PER_SECOND -> tally.requestRate.perSecond(nanos);
            default -> 0;
        };
    }

    /** Keeps a place for a client to come; false when there are {@code maxconn} already. */
    public boolean reserve() {
        return tally.sessions.reserveBelow(maxConnections);
    }

    /** {@code rate-limit sessions}. */
    public RateLimit sessionLimit() {
        return sessionLimit;
    }

    void sessionEnded() {
        tally.sessions.leave();
    }
}
