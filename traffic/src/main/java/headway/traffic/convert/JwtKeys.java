package headway.traffic.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public keys that a configuration names, by the names of their files: read at load, so that no request waits for a disk. */
final class JwtKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PUBLIC KEY-----");
    /** SEQUENCE of the object identifier rsaEncryption and NULL: RFC 3279 2.3.1. */
    private static final byte[] RSA = {48, 13, 6, 9, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 1, 1, 5, 0};

    private final Map<String, PublicKey> byName = new ConcurrentHashMap<>();

    /** Reads a key; a file that has none leaves its name unknown. */
    void load(String name, Path folder) {
        if (byName.containsKey(name)) return;
        try {
            var pem = PEM.matcher(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
            if (!pem.find()) return;
            var bytes = Base64.getMimeDecoder().decode(pem.group(2));
            var key = key(pem.group(1) == null ? bytes : wrapped(bytes));
            if (key != null) byName.put(name, key);
        } catch (IOException | IllegalArgumentException e) {
            // As in HAProxy: it is found out when a token comes.
            return;
        }
    }

    /** Null when no file of that name was named in the configuration and had a key. */
    @Nullable
    PublicKey find(String name) {
        return byName.get(name);
    }

    private static @Nullable PublicKey key(byte[] subjectPublicKeyInfo) {
        for (var kind : new String[] {"RSA", "EC"}) {
            try {
                return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            } catch (GeneralSecurityException e) {
                // It is of the other kind.
            }
        }
        return null;
    }

    /** A key of PKCS#1 as Java takes it: SEQUENCE of the algorithm and the key as a BIT STRING. */
    private static byte[] wrapped(byte[] key) throws IOException {
        var bits = new ByteArrayOutputStream();
        bits.write(0);
        bits.write(key);
        var both = new ByteArrayOutputStream();
        both.write(RSA);
        element(both, 3, bits.toByteArray());
        var whole = new ByteArrayOutputStream();
        element(whole, 48, both.toByteArray());
        return whole.toByteArray();
    }

    /** A value of DER with its tag and length. */
    private static void element(ByteArrayOutputStream out, int tag, byte[] value) throws IOException {
        out.write(tag);
        if (value.length < 128) {
            out.write(value.length);
        } else {
            out.write(130);
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.write(value);
    }
}
