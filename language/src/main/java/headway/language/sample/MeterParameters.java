package headway.language.sample;

import headway.base.text.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments that name a proxy or a server whose figures are read. */
public final class MeterParameters {
    private MeterParameters() {}

    /** Finds what a text names. */
    @FunctionalInterface
    private interface Find {
        Meter of(String text, Binding binding) throws BindException;
    }

    /** One that may be left out where that is {@code optional}: then the proxy is meant in which the expression stands. */
    private record Named(String name, boolean optional, Find find) implements Parameter<Meter> {
        @Override
        public String type() {
            return name;
        }

        @Override
        public Meter parse(String text, Binding binding) throws BindException {
            return find.of(text, binding);
        }

        @Override
        public boolean isOptional() {
            return optional;
        }

        @Override
        public Meter absent(Binding binding) throws BindException {
            return find.of(binding.declared().proxy(), binding);
        }
    }

    /** A frontend, by default the proxy in which the expression stands. */
    public static Parameter<Meter> frontend() {
        return new Named("frontend", true, (name, binding) -> {
            var meters = binding.declared().meters();
            return found(meters.frontend(name), "frontend", name, meters, meters.frontendNames());
        });
    }

    /** A backend, by default the proxy in which the expression stands. */
    public static Parameter<Meter> backend() {
        return new Named("backend", true, (name, binding) -> {
            var meters = binding.declared().meters();
            return found(meters.backend(name), "backend", name, meters, meters.backendNames());
        });
    }

    private static Meter found(@Nullable Meter meter, String kind, String name, Meters meters, List<String> names)
            throws BindException {
        if (meter != null) return meter;
        if (meters.isProxy(name)) throw new BindException("proxy '" + name + "' has not " + kind + " capability");
        throw new BindException(
                "unable to find " + kind + " '" + name + "'",
                null,
                Nearest.to(name, names).orElse(""));
    }

    /** Marks what stands in a section {@code defaults}: the same rule is many proxies' there, so it cannot speak of a server of its own. */
    public record InDefaults() {}

    /** {@code backend/server}, or a server of the proxy in which the expression stands. */
    public static Parameter<Meter> server() {
        return new Named("server", false, (text, binding) -> {
            var slash = text.indexOf('/');
            if (slash < 0 && binding.attached(InDefaults.class) != null)
                throw new BindException("backend name must be set");
            var proxy = slash < 0 ? binding.declared().proxy() : text.substring(0, slash);
            return server(proxy, text.substring(slash + 1), binding.declared().meters());
        });
    }

    private static Meter server(String proxy, String name, Meters meters) throws BindException {
        if (name.isEmpty()) throw new BindException("missing server name");
        if (!meters.isProxy(proxy)) {
            var nearest = Nearest.to(proxy, meters.backendNames()).orElse("");
            throw new BindException("unable to find proxy '" + proxy + "'", null, nearest);
        }
        var found = meters.server(proxy, name);
        if (found != null) return found;
        var nearest = Nearest.to(name, meters.serverNames(proxy)).orElse("");
        throw new BindException("unable to find server '" + name + "' in proxy '" + proxy + "'", null, nearest);
    }
}
