package headway.traffic.persist;

import headway.base.units.Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The value of a server's {@code dynamic} cookie: XXH64 of the key, the address and the port in four bytes, as HAProxy's is found to be. */
final class DynamicValue {
    private static final long P1 = 0x9e3779b185ebca87L;
    private static final long P2 = 0xc2b2ae3d27d4eb4fL;
    private static final long P3 = 0x165667b19e3779f9L;
    private static final long P4 = 0x85ebca77c2b2ae63L;
    private static final long P5 = 0x27d4eb2f165667c5L;
    /** The sum of the first two, modulo 2 to the 64th. */
    private static final long P1_AND_P2 = 0x60ea27eeadc0b5d6L;

    private DynamicValue() {}

    static String of(String key, Address.Inet server) {
        var secret = key.getBytes(StandardCharsets.ISO_8859_1);
        var bytes = ByteBuffer.allocate(secret.length + server.bytes().length + 4)
                .put(secret)
                .put(server.bytes())
                .putInt(server.port())
                .flip();
        return "%016x".formatted(hash(bytes));
    }

    /** XXH64 with seed 0 (xxhash.com, its published description). */
    static long hash(ByteBuffer input) {
        var bytes = input.order(ByteOrder.LITTLE_ENDIAN);
        var length = bytes.remaining();
        var hash = length >= 32 ? stripes(bytes) : P5;
        hash += length;
        while (bytes.remaining() >= 8) hash = Long.rotateLeft(hash ^ round(0, bytes.getLong()), 27) * P1 + P4;
        if (bytes.remaining() >= 4) hash = Long.rotateLeft(hash ^ (bytes.getInt() & 0xffffffffL) * P1, 23) * P2 + P3;
        while (bytes.hasRemaining()) hash = Long.rotateLeft(hash ^ (bytes.get() & 255) * P5, 11) * P1;
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }

    private static long stripes(ByteBuffer bytes) {
        var lanes = new long[] {P1_AND_P2, P2, 0, -P1};
        while (bytes.remaining() >= 32) for (var i = 0; i < 4; i++) lanes[i] = round(lanes[i], bytes.getLong());
        var hash = Long.rotateLeft(lanes[0], 1)
                + Long.rotateLeft(lanes[1], 7)
                + Long.rotateLeft(lanes[2], 12)
                + Long.rotateLeft(lanes[3], 18);
        for (var lane : lanes) hash = (hash ^ round(0, lane)) * P1 + P4;
        return hash;
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }
}
