package headway.base.crypt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Ulrich Drepper's schemes, {@code $5$} and {@code $6$}: "Unix crypt using SHA-256 and SHA-512". */
enum Sha2Crypt {
    SHA_256("SHA-256", "$5$", 32),
    SHA_512("SHA-512", "$6$", 64);

    private static final String ROUNDS = "rounds=";
    private static final int USUAL_ROUNDS = 5000;
    private static final int LEAST_ROUNDS = 1000;
    private static final int MOST_ROUNDS = 999_999_999;
    private static final int MOST_SALT = 16;

    private final String algorithm;
    private final String magic;
    private final int size;

    Sha2Crypt(String algorithm, String magic, int size) {
        this.algorithm = algorithm;
        this.magic = magic;
        this.size = size;
    }

    String make(byte[] password, String hash) {
        var from = magic.length();
        var rounds = USUAL_ROUNDS;
        var named = "";
        if (hash.startsWith(ROUNDS, from) && hash.indexOf('$', from) > 0) {
            var end = hash.indexOf('$', from);
            rounds = rounds(hash.substring(from + ROUNDS.length(), end));
            named = ROUNDS + rounds + "$";
            from = end + 1;
        }
        var salt = Crypt.salt(hash, from, MOST_SALT);
        return magic + named + salt + "$" + text(digest(password, salt.getBytes(StandardCharsets.ISO_8859_1), rounds));
    }

    private static int rounds(String text) {
        if (!text.matches("\\d{1,18}")) return USUAL_ROUNDS;
        return Math.clamp(Long.parseLong(text), LEAST_ROUNDS, MOST_ROUNDS);
    }

    private byte[] digest(byte[] password, byte[] salt, int rounds) {
        var sha = Crypt.digest(algorithm);
        var digest = begin(sha, password, salt);
        var p = sequence(sha, password, password.length, password.length);
        var s = sequence(sha, salt, 16 + (digest[0] & 255), salt.length);
        for (var i = 0; i < rounds; i++) {
            sha.update((i & 1) != 0 ? p : digest);
            if (i % 3 != 0) sha.update(s);
            if (i % 7 != 0) sha.update(p);
            sha.update((i & 1) != 0 ? digest : p);
            digest = sha.digest();
        }
        return digest;
    }

    private byte[] begin(MessageDigest sha, byte[] password, byte[] salt) {
        sha.update(password);
        sha.update(salt);
        sha.update(password);
        var other = sha.digest();
        sha.update(password);
        sha.update(salt);
        for (var left = password.length; left > 0; left -= size) sha.update(other, 0, Math.min(size, left));
        for (var i = password.length; i > 0; i >>= 1) sha.update((i & 1) != 0 ? other : password);
        return sha.digest();
    }

    /** The digest of the text so many times, repeated to that length. */
    private static byte[] sequence(MessageDigest sha, byte[] text, int times, int length) {
        for (var i = 0; i < times; i++) sha.update(text);
        var digest = sha.digest();
        var sequence = new byte[length];
        for (var i = 0; i < length; i++) sequence[i] = digest[i % digest.length];
        return sequence;
    }

    /** The digest is written in groups of three bytes, each a third of it apart from the other. */
    private String text(byte[] digest) {
        var text = new StringBuilder();
        var third = size / 3;
        var group = new int[] {0, third, 2 * third};
        for (var i = 0; i < third; i++) {
            var bits = (digest[group[0]] & 255) << 16 | (digest[group[1]] & 255) << 8 | digest[group[2]] & 255;
            Crypt.append(text, bits, 4);
            group = next(group);
        }
        if (this == SHA_256) Crypt.append(text, (digest[31] & 255) << 8 | digest[30] & 255, 3);
        else Crypt.append(text, digest[63] & 255, 2);
        return text.toString();
    }

    private int[] next(int[] group) {
        return this == SHA_256
                ? new int[] {group[2] + 1, group[0] + 1, group[1] + 1}
                : new int[] {group[1] + 1, group[2] + 1, group[0] + 1};
    }
}
