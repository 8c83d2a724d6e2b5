package headway.traffic.action;

import headway.language.sample.Meters;
import java.util.List;

/** The proxies of examples: a listen test, a frontend fe, a backend be; each figure of a proxy is 100 and its place among the measures, of a server 200 and that. */
final class ExampleMeters {
    private ExampleMeters() {}

    static Meters make() {
        var meters = new Meters(List.of());
        for (var name : List.of("test", "fe")) {
            meters.addFrontend(name);
            meters.connectFrontend(name, (measure, _) -> 100 + measure.ordinal());
        }
        for (var name : List.of("test", "be")) {
            meters.addBackend(name);
            meters.connectBackend(name, (measure, _) -> 100 + measure.ordinal());
            meters.addServer(name, "s1");
            meters.connectServer(name, "s1", (measure, _) -> 200 + measure.ordinal());
        }
        return meters;
    }
}
