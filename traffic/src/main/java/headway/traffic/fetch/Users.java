package headway.traffic.fetch;

import headway.base.crypt.Crypt;
import headway.language.model.UserList;
import headway.language.sample.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users of a {@code userlist} as requests are compared with them. Any loop. */
final class Users {
    /** Keyed anew in each process, so that what is remembered of a password tells nothing elsewhere. */
    private static final byte[] KEY = key();

    private final Map<String, Member> members = new HashMap<>();

    Users(UserList list) {
        for (var user : list.users().values()) members.put(user.name(), new Member(user));
    }

    private static byte[] key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** The user that credentials in base64 name, if the password is right. */
    @Nullable
    Member find(byte[] base64) {
        byte[] pair;
        try {
            pair = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
        var colon = 0;
        while (colon < pair.length && pair[colon] != ':') colon++;
        if (colon == pair.length) return null;
        var member = members.get(new String(pair, 0, colon, StandardCharsets.ISO_8859_1));
        var password = Arrays.copyOfRange(pair, colon + 1, pair.length);
        return member != null && member.says(password) ? member : null;
    }

    /** A user. */
    static final class Member {
        private final UserList.User user;
        private final Text name;
        private final List<Text> groups;
        /** What the last right password came to under {@link #KEY}: so a client that says it with every request costs its slow hash once. */
        private volatile byte @Nullable [] right;

        private Member(UserList.User user) {
            this.user = user;
            name = Text.of(user.name());
            groups = user.groups().stream().sorted().map(Text::of).toList();
        }

        Text name() {
            return name;
        }

        List<Text> groups() {
            return groups;
        }

        private boolean says(byte[] password) {
            var wanted = user.password();
            if (wanted == null) return false;
            if (user.isPlain()) return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.ISO_8859_1), password);
            var digest = digest(password);
            var known = right;
            if (known != null && MessageDigest.isEqual(known, digest)) return true;
            if (!Crypt.matches(password, wanted)) return false;
            right = digest;
            return true;
        }

        private static byte[] digest(byte[] password) {
            try {
                var sha = MessageDigest.getInstance("SHA-256");
                sha.update(KEY);
                return sha.digest(password);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
