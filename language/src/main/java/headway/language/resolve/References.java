package headway.language.resolve;

import headway.base.diagnostic.Code;
import headway.base.diagnostic.Diagnostic.Severity;
import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.language.model.Configuration;
import headway.language.model.Mode;
import headway.language.model.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What proxies say of each other: backends that are not there, or that speak something else. */
final class References {
    private final Configuration configuration;
    private final Diagnostics out;
    private final Map<String, Proxy> backends = new HashMap<>();

    References(Configuration configuration, Diagnostics out) {
        this.configuration = configuration;
        this.out = out;
        for (var proxy : configuration.proxies())
            if (proxy.kind().isBackend()) backends.putIfAbsent(proxy.name(), proxy);
    }

    void check() {
        for (var proxy : configuration.proxies()) if (proxy.kind().isFrontend() && !proxy.disabled()) check(proxy);
    }

    private void check(Proxy proxy) {
        for (var rule : proxy.front().useBackends()) {
            if (rule.dynamic()) continue;
            var backend = find(proxy, rule.target(), rule.line().at(1), "use_backend");
            if (backend != null && isIncompatible(proxy, backend))
                refuse(rule.line().at(1), incompatible(proxy, backend) + " in a 'use_backend' rule (see 'mode').", "");
        }
        var reference = proxy.front().defaultBackend();
        if (reference == null) return;
        var backend = find(proxy, reference.name(), reference.position(), "default_backend");
        if (backend != null && isIncompatible(proxy, backend))
            refuse(reference.position(), incompatible(proxy, backend) + " as its default backend (see 'mode').", "");
    }

    private @Nullable Proxy find(Proxy proxy, String name, Position at, String keyword) {
        var backend = backends.get(name);
        if (backend != null) return backend;
        var names = configuration.proxies().stream()
                .filter(p -> p.kind().isBackend())
                .map(Proxy::name)
                .toList();
        var isFrontend = configuration.frontend(name).isPresent();
        var message = "Proxy '" + proxy.name() + "': unable to find required " + keyword + ": '" + name + "'"
                + (isFrontend ? ": the frontend of that name is no backend" : "");
        refuse(at, message + (near(name, names).isEmpty() ? "." : ""), near(name, names));
        return null;
    }

    private void refuse(Position at, String message, String proposal) {
        out.add(Severity.ALERT, Code.REFERENCE, at, message, proposal);
    }

    private static String near(String name, List<String> names) {
        return Nearest.to(name, names).orElse("");
    }

    /** HTTP cannot be taken back to bytes; bytes may become HTTP. */
    private static boolean isIncompatible(Proxy front, Proxy back) {
        return front.mode() == Mode.HTTP && back.mode() == Mode.TCP;
    }

    private static String incompatible(Proxy front, Proxy back) {
        return "http frontend '" + front.name() + "' (" + front.position() + ") tries to use incompatible tcp backend '"
                + back.name() + "' (" + back.position() + ")";
    }
}
