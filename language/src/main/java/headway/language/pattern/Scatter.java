package headway.language.pattern;

import java.security.SecureRandom;

/**
 * Hashes that nobody outside of the process can foresee: where rules add what clients send, a client could otherwise choose keys that all fall on one place, and make
 * every look-up a search. HAProxy has trees, which need no such care.
 */
final class Scatter {
    private static final long[] SECRETS = new SecureRandom().longs(2).toArray();
    private static final long FACTOR = SECRETS[0] | 1;
    /** To begin with. */
    static final long START = SECRETS[1];

    private Scatter() {}

    /** Takes in one more word. Both halves of the product are needed: of its lower half alone it is known which bits a difference of the words changes. */
    static long mix(long hash, long word) {
        var mixed = hash ^ word;
        return Math.multiplyHigh(mixed, FACTOR) ^ mixed * FACTOR;
    }

    /** Where a table begins to search: the lowest bits count. Without this step, networks of one size side by side now and then have few places among them. */
    static int place(long hash) {
        return (int) (hash * 0x9E3779B97F4A7C15L >>> 32);
    }
}
