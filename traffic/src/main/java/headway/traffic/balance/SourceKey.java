package headway.traffic.balance;

import headway.base.units.Address;

/** {@code balance source}: the client's address, its words of four bytes taken together by exclusive or. HAProxy does not ask {@code hash-type} for a function here. */
final class SourceKey implements Key {
    @Override
    public long hash(Choice choice) {
        if (!(choice.client instanceof Address.Inet client)) return NONE;
        var bytes = client.bytes();
        var hash = 0;
        for (var i = 0; i + 3 < bytes.length; i += 4) {
            hash ^= bytes[i] << 24 | (bytes[i + 1] & 0xff) << 16 | (bytes[i + 2] & 0xff) << 8 | bytes[i + 3] & 0xff;
        }
        return hash & 0xffffffffL;
    }

    @Override
    public String name() {
        return "source";
    }
}
