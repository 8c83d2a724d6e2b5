package headway.traffic.convert;

import headway.base.hash.Hashes;
import headway.base.memory.Slab;
import headway.language.sample.Binding;
import headway.language.sample.Meter;
import headway.language.sample.Sample;
import headway.language.sample.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proxies or servers by names that come with requests: found without making anything. */
final class MeterNames {
    private static final Meter NOTHING = (_, _) -> 0;

    /** A power of two, at least half of it empty; who finds its place taken goes on to the next. */
    private final @Nullable Text[] names;

    private final @Nullable Meter[] meters;

    private MeterNames(Map<String, Meter> byName) {
        var size = Integer.highestOneBit(byName.size() * 2 + 1) * 2;
        names = new Text[size];
        meters = new Meter[size];
        byName.forEach((name, meter) -> put(Text.of(name), meter));
    }

    private void put(Text name, Meter meter) {
        var i = place(name.at(), name.length());
        names[i] = name;
        meters[i] = meter;
    }

    static MeterNames frontends(Binding binding) {
        var byName = new HashMap<String, Meter>();
        for (var name : binding.declared().meters().frontendNames()) byName.put(name, NOTHING);
        return new MeterNames(byName);
    }

    static MeterNames backends(Binding binding) {
        var known = binding.declared().meters();
        var byName = new HashMap<String, Meter>();
        for (var name : known.backendNames()) put(byName, name, known.backend(name));
        return new MeterNames(byName);
    }

    /** By {@code backend/server}; those of the proxy where the expression stands by their names alone too. */
    static MeterNames servers(Binding binding) {
        var known = binding.declared().meters();
        var here = binding.declared().proxy();
        var byName = new HashMap<String, Meter>();
        for (var backend : known.backendNames()) {
            for (var server : known.serverNames(backend)) {
                var meter = known.server(backend, server);
                put(byName, backend + "/" + server, meter);
                if (backend.equals(here)) put(byName, server, meter);
            }
        }
        return new MeterNames(byName);
    }

    private static void put(Map<String, Meter> byName, String name, @Nullable Meter meter) {
        if (meter != null) byName.put(name, meter);
    }

    /** Null when nothing is named so. */
    @Nullable
    Meter find(Sample name) {
        return meters[place(name.at, name.length)];
    }

    /** Where the name is, or where it would be. */
    private int place(int at, int length) {
        var i = (int) Hashes.djb2(at, length) & names.length - 1;
        while (true) {
            var name = names[i];
            if (name == null || name.length() == length && Slab.equal(name.at(), at, length)) return i;
            i = i + 1 & names.length - 1;
        }
    }
}
