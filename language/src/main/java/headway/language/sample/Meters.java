package headway.language.sample;

import headway.language.model.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The proxies and servers that expressions may name, by their names. They are known when rules are bound, and connected before the first client comes. */
public final class Meters {
    /** Stands for one that may not run yet, or never will because its proxy is disabled: everything of it is 0 then. */
    public static final class Place implements Meter {
        private @Nullable Meter meter;

        @Override
        public long read(Measure measure, long nanos) {
            var known = meter;
            return known == null ? 0 : known.read(measure, nanos);
        }
    }

    private final Set<Clock> clocks = EnumSet.noneOf(Clock.class);
    private final Map<String, Place> frontends = new HashMap<>();
    private final Map<String, Place> backends = new HashMap<>();
    private final Map<String, Map<String, Place>> servers = new HashMap<>();

    public Meters(List<Proxy> proxies) {
        for (var proxy : proxies) {
            if (proxy.kind().isFrontend()) addFrontend(proxy.name());
            if (!proxy.kind().isBackend()) continue;
            addBackend(proxy.name());
            for (var server : proxy.back().servers()) addServer(proxy.name(), server.name());
        }
    }

    /** An expression reads what that clock measures. */
    void wants(Clock clock) {
        clocks.add(clock);
    }

    /** True once an expression has been bound that reads what it measures; complete when all rules are bound. */
    public boolean isWanted(Clock clock) {
        return clocks.contains(clock);
    }

    public void addFrontend(String name) {
        frontends.putIfAbsent(name, new Place());
    }

    public void addBackend(String name) {
        backends.putIfAbsent(name, new Place());
        servers.putIfAbsent(name, new HashMap<>());
    }

    public void addServer(String backend, String name) {
        servers.computeIfAbsent(backend, _ -> new HashMap<>()).putIfAbsent(name, new Place());
    }

    /** Null when there is none of that name. */
    public @Nullable Place frontend(String name) {
        return frontends.get(name);
    }

    /** Null when there is none of that name. */
    public @Nullable Place backend(String name) {
        return backends.get(name);
    }

    /** Null when there is none of that name there. */
    public @Nullable Place server(String backend, String name) {
        return servers.getOrDefault(backend, Map.of()).get(name);
    }

    /** True for the name of any proxy. */
    boolean isProxy(String name) {
        return frontends.containsKey(name) || backends.containsKey(name);
    }

    public List<String> frontendNames() {
        return new ArrayList<>(frontends.keySet());
    }

    public List<String> backendNames() {
        return new ArrayList<>(backends.keySet());
    }

    public List<String> serverNames(String backend) {
        return new ArrayList<>(servers.getOrDefault(backend, Map.of()).keySet());
    }

    public void connectFrontend(String name, Meter meter) {
        connect(frontends.get(name), meter);
    }

    public void connectBackend(String name, Meter meter) {
        connect(backends.get(name), meter);
    }

    public void connectServer(String backend, String name, Meter meter) {
        connect(server(backend, name), meter);
    }

    private static void connect(@Nullable Place place, Meter meter) {
        if (place != null) place.meter = meter;
    }
}
