package headway.traffic.balance;

import headway.base.hash.Avalanche;
import headway.base.units.Address;
import headway.language.model.ServerLine.RingKey;
import headway.traffic.server.Server;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Servers on a circle of 32 bits, each at as many points as sixteen times its weight. A point depends on nothing but what {@code hash-key} says, which is its {@code id}
 * by default, and the point's number.
 */
final class Ring {
    static final Ring EMPTY = new Ring(new Server[0]);
    private static final int POINTS_OF_A_SERVER = 4096;

    private final long[] points;
    private final Server[] owners;
    final Server[] servers;
    final int weight;

    Ring(Server[] servers) {
        this.servers = servers;
        var count = 0;
        for (var server : servers) count += server.state().effectiveWeight();
        weight = count;
        var sorted = new long[count];
        var next = 0;
        for (var i = 0; i < servers.length; i++) {
            var base = base(servers[i]);
            for (var k = 0; k < servers[i].state().effectiveWeight(); k++) {
                sorted[next++] = Avalanche.of(base + k) << 32 >>> 1 | i;
            }
        }
        Arrays.sort(sorted);
        points = new long[count];
        owners = new Server[count];
        for (var i = 0; i < count; i++) {
            points[i] = sorted[i] >>> 31;
            owners[i] = servers[(int) (sorted[i] & 0x7fffffff)];
        }
    }

    /** What its points are counted from; a server without an address goes by its {@code id}. */
    private static long base(Server server) {
        var byAddress = server.line().identity().ringKey();
        if (byAddress == RingKey.ID || !(server.address() instanceof Address.Inet address))
            return (long) server.id() * POINTS_OF_A_SERVER;
        var crc = new CRC32();
        crc.update(address.bytes());
        if (byAddress == RingKey.ADDRESS_AND_PORT) {
            crc.update(address.port() >>> 8);
            crc.update(address.port());
        }
        return crc.getValue() * POINTS_OF_A_SERVER;
    }

    int length() {
        return points.length;
    }

    Server owner(int index) {
        return owners[index];
    }

    /** The index of the point nearest to the hash, be it before or behind it. */
    int nearest(long hash) {
        var found = Arrays.binarySearch(points, hash);
        if (found >= 0) return found;
        var behind = -found - 1;
        var after = behind == points.length ? 0 : behind;
        var before = behind == 0 ? points.length - 1 : behind - 1;
        var up = points[after] - hash & 0xffffffffL;
        var down = hash - points[before] & 0xffffffffL;
        return down <= up ? before : after;
    }
}
