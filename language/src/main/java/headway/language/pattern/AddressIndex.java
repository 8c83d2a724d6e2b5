package headway.language.pattern;

import headway.language.sample.AddressText;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Networks of both families ({@code -m ip}), and how they match addresses of the other one: configuration manual 7.1.6. The smallest network wins; masks with gaps come
 * last, in their order, as watched.
 */
final class AddressIndex implements PatternIndex {
    private static final long MAPPED = 0xffff00000000L;

    /** A network whose mask has gaps. */
    private record Odd(Network network, int entry) {}

    private final Entries entries;
    private final boolean resolves;
    private final AddressTable v4 = new AddressTable();
    private final AddressTable v6 = new AddressTable();
    private volatile Odd[] odds = {};
    /** What names stood for when they were read, whether or not they have been removed since; they are not looked up again. */
    private final Map<Integer, List<Network>> resolved = new HashMap<>();

    /**
     * @param resolves whether names of hosts may stand for their addresses
     */
    AddressIndex(Entries entries, boolean resolves) {
        this.entries = entries;
        this.resolves = resolves;
    }

    @Override
    public int find(Sample value) {
        if (value.type == SampleType.IPV4) return findV4(value.integer);
        var found = v6.find(value.high, value.low);
        if (found != NONE) return found;
        var embedded = embedded(value.high, value.low);
        if (embedded < 0) return NONE;
        found = v4.find(embedded << 32, 0);
        return found == NONE ? findOdd(embedded) : found;
    }

    private int findV4(long address) {
        var found = v4.find(address << 32, 0);
        if (found == NONE) found = v6.find(0, MAPPED | address);
        return found == NONE ? findOdd(address) : found;
    }

    private int findOdd(long address) {
        for (var odd : odds) if (odd.network.holds(address)) return odd.entry;
        return NONE;
    }

    /** The IPv4 address in ::ffff:a.b.c.d, ::a.b.c.d or 2002:a.b.c.d::, or -1. */
    private static long embedded(long high, long low) {
        if (AddressText.isMapped(high, low) || high == 0 && low >>> 32 == 0) return low & 0xffffffffL;
        return high >>> 48 == 0x2002 ? high >>> 16 & 0xffffffffL : -1;
    }

    @Override
    public void check(String key) throws BindException {
        Network.parse(key);
    }

    @Override
    public void add(int entry) throws BindException {
        var key = entries.keyText(entry);
        if (!resolves || !Network.isName(key)) {
            add(Network.parse(key), entry);
            return;
        }
        add(entry, Network.resolve(key));
    }

    private void add(int entry, List<Network> networks) {
        for (var network : networks) add(network, entry);
        resolved.put(entry, networks);
    }

    @Override
    public void add(int entry, PatternIndex former, int known) throws BindException {
        var networks = former instanceof AddressIndex index ? index.resolved.get(known) : null;
        if (networks == null) add(entry);
        else add(entry, networks);
    }

    @Override
    public boolean isCrowded() {
        return v4.isCrowded() || v6.isCrowded();
    }

    @Override
    public void makeRoom() {
        v4.makeRoom();
        v6.makeRoom();
    }

    private void add(Network network, int entry) {
        if (network.hasGaps()) odds = with(odds, new Odd(network, entry));
        else table(network).add(network.high(), network.low(), network.size(), entry);
    }

    private AddressTable table(Network network) {
        return network.isV4() ? v4 : v6;
    }

    private static Odd[] with(Odd[] odds, Odd added) {
        var all = new ArrayList<>(List.of(odds));
        all.add(added);
        return all.toArray(new Odd[0]);
    }

    @Override
    public void remove(int entry) {
        odds = Stream.of(odds).filter(o -> o.entry != entry).toArray(Odd[]::new);
        for (var network : networks(entry))
            if (!network.hasGaps()) table(network).remove(network.high(), network.low(), network.size(), entry);
    }

    private List<Network> networks(int entry) {
        var named = resolved.get(entry);
        if (named != null) return named;
        try {
            return List.of(Network.parse(entries.keyText(entry)));
        } catch (BindException e) {
            throw new AssertionError(e);
        }
    }
}
