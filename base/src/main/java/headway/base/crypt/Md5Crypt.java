package headway.base.crypt;

import java.nio.charset.StandardCharsets;

/** The scheme of FreeBSD's crypt, {@code $1$}. */
final class Md5Crypt {
    private static final String MAGIC = "$1$";
    private static final int ROUNDS = 1000;
    /** Which bytes of the digest make four characters, in the order in which they are written. */
    private static final int[][] GROUPS = {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}};

    private Md5Crypt() {}

    static String make(byte[] password, String hash) {
        var salt = Crypt.salt(hash, MAGIC.length(), 8);
        var bytes = salt.getBytes(StandardCharsets.ISO_8859_1);
        var digest = begin(password, bytes);
        var md5 = Crypt.digest("MD5");
        for (var i = 0; i < ROUNDS; i++) {
            md5.update((i & 1) != 0 ? password : digest);
            if (i % 3 != 0) md5.update(bytes);
            if (i % 7 != 0) md5.update(password);
            md5.update((i & 1) != 0 ? digest : password);
            digest = md5.digest();
        }
        return MAGIC + salt + "$" + text(digest);
    }

    private static byte[] begin(byte[] password, byte[] salt) {
        var md5 = Crypt.digest("MD5");
        md5.update(password);
        md5.update(salt);
        md5.update(password);
        var twice = md5.digest();
        md5.update(password);
        md5.update(MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        md5.update(salt);
        for (var left = password.length; left > 0; left -= 16) md5.update(twice, 0, Math.min(16, left));
        for (var i = password.length; i > 0; i >>= 1) md5.update((i & 1) != 0 ? 0 : password[0]);
        return md5.digest();
    }

    private static String text(byte[] digest) {
        var text = new StringBuilder();
        for (var group : GROUPS) {
            var bits = (digest[group[0]] & 255) << 16 | (digest[group[1]] & 255) << 8 | digest[group[2]] & 255;
            Crypt.append(text, bits, 4);
        }
        Crypt.append(text, digest[11] & 255, 2);
        return text.toString();
    }
}
