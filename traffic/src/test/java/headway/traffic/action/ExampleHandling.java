package headway.traffic.action;

import headway.base.diagnostic.Position;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.model.BandwidthLimit;
import headway.language.model.CaptureSlots;
import headway.language.model.CaptureSlots.Slot;
import headway.language.sample.Captures;
import headway.language.sample.Direction;
import headway.language.sample.Handling;
import headway.language.sample.Sample;
import headway.language.sample.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What actions have asked of an {@link ExampleScope}, as examples expect it: {@code HANDLING client-timeout=1000000}. */
final class ExampleHandling implements Handling {
    /** Two slots each way, of eight bytes. */
    static final CaptureSlots SLOTS = new CaptureSlots(slots(), slots());

    private final Map<Setting, Long> settings = new EnumMap<>(Setting.class);
    private final Captures captures = new Captures(ExampleScope.BUFFERS);
    private final List<String> asked = new ArrayList<>();

    @Nullable
    Address source;

    @Nullable
    Address destination;

    ExampleHandling() {
        captures.begin(new Captures.Layout(SLOTS));
    }

    private static List<Slot> slots() {
        return List.of(new Slot(Position.NOWHERE, "", 8), new Slot(Rules.PLACE, "", 8));
    }

    @Override
    public void rewriteFailed() {
        asked.add("rewrite-failed");
    }

    /** All of it. */
    String text() {
        var all = new ArrayList<String>();
        settings.forEach((setting, value) ->
                all.add(setting.name().toLowerCase(Locale.ROOT).replace('_', '-') + "=" + value));
        for (var direction : Direction.values()) {
            var sample = new Sample();
            for (var i = 0; i < captures.count(direction); i++) {
                if (captures.read(direction, i, sample))
                    all.add("capture-" + i + "=" + Slab.text(sample.at, sample.length));
            }
        }
        all.addAll(asked);
        return String.join(" ", all);
    }

    @Override
    public void set(Setting setting, long value) {
        settings.put(setting, value);
    }

    @Override
    public long setting(Setting setting, long otherwise) {
        return settings.getOrDefault(setting, otherwise);
    }

    @Override
    public void source(Address address) {
        source = address;
        asked.add("source=" + address);
    }

    @Override
    public void destination(Address address) {
        destination = address;
        asked.add("destination=" + address);
    }

    @Override
    public Captures captures() {
        return captures;
    }

    @Override
    public void hint(int id, int nameAt, int nameLength, int valueAt, int valueLength) {
        asked.add("hint=" + Slab.text(nameAt, nameLength) + ":" + Slab.text(valueAt, valueLength));
    }

    /** Not told: a rule alone always ends them. */
    @Override
    public void endHints() {}

    @Override
    public void log(String step, String profile) {
        asked.add("log=" + step + (profile.isEmpty() ? "" : "/" + profile));
    }

    @Override
    public void limit(BandwidthLimit filter, long bytes, long periodNanos) {
        asked.add("limit-" + filter.name() + "=" + bytes + "/" + periodNanos / 1_000_000);
    }

    @Override
    public void vanish(int hops) {
        asked.add("vanish=" + hops);
    }
}
