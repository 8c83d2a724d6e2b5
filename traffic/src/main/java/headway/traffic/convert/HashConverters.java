package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checksums, and the digests of the JDK; the latter copy the value through the heap. */
final class HashConverters {
    /** Reversed polynomials: IEEE 802.3, and Castagnoli's of RFC 3720. */
    private static final int[] IEEE = table(0xedb88320);

    private static final int[] CASTAGNOLI = table(0x82f63b78);

    static final List<ConverterEntry> TABLE = List.of(
            checksum("crc32", "The CRC-32 checksum", IEEE, "891568578"),
            checksum("crc32c", "The CRC-32C checksum", CASTAGNOLI, "910901175"),
            converter("sha1", BIN, BIN)
                    .summary("The SHA-1 digest.")
                    .example("str(abc),sha1,hex", "", "A9993E364706816ABA3E25717850C26C9CD0D89D")
                    .binds(digest("sha1")),
            converter("sha2", BIN, BIN)
                    .summary("The SHA-2 digest of 224, 256, 384 or 512 bits, 256 when none are given.")
                    .example(
                            "str(abc),sha2,hex", "", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")
                    .binds(orElse(integer("bits"), 256L), HashConverters::sha2),
            converter("digest", BIN, BIN)
                    .summary("The digest of an algorithm: md5, sha1, sha224, sha256, sha384, sha512.")
                    .example("str(abc),digest(md5),hex", "", "900150983CD24FB0D6963F7D28E17F72")
                    .binds(string("algorithm"), HashConverters::named),
            converter("hmac", BIN, BIN)
                    .summary("The message authentication code (RFC 2104) by an algorithm and a key in base 64.")
                    .example(
                            "str(what do ya want for nothing?),hmac(md5,SmVmZQ==),hex",
                            "",
                            "750C783E6AB0B503EAA86E310A5DB738")
                    .binds(string("algorithm"), string("key"), HashConverters::hmac));

    private HashConverters() {}

    private static ConverterEntry checksum(String name, String what, int[] table, String ofAbc) {
        return converter(name, BIN, SINT)
                .summary(what + " of the bytes.")
                .example("str(abc)," + name, "", ofAbc)
                .binds(orElse(integer("avalanche"), 0L), avalanche -> {
                    if (avalanche != 0) throw new BindException("avalanche is known, but not supported yet");
                    return (_, value) -> value.integer(checksum(value.at, value.length, table));
                });
    }

    private static long checksum(int at, int length, int[] table) {
        var sum = -1;
        for (var i = 0; i < length; i++) sum = table[(sum ^ Slab.byteAt(at + i)) & 255] ^ sum >>> 8;
        return ~sum & 0xffffffffL;
    }

    private static int[] table(int polynomial) {
        var table = new int[256];
        for (var i = 0; i < 256; i++) {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? value >>> 1 ^ polynomial : value >>> 1;
            table[i] = value;
        }
        return table;
    }

    private static Converter sha2(long bits) throws BindException {
        if (bits != 224 && bits != 256 && bits != 384 && bits != 512)
            throw new BindException("Unsupported number of bits: '" + bits + "'");
        return digest("sha" + bits);
    }

    private static Converter named(String algorithm) throws BindException {
        if (!isKnown(algorithm)) throw new BindException("Algorithm '" + algorithm + "' is not supported");
        return digest(algorithm);
    }

    private static boolean isKnown(String algorithm) {
        return algorithm.toLowerCase(Locale.ROOT).matches("md5|sha-?(1|224|256|384|512)");
    }

    /** OpenSSL's names without the hyphen that Java wants. */
    private static String javaName(String algorithm) {
        var name = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
        return name.startsWith("SHA") ? "SHA-" + name.substring(3) : name;
    }

    private static Converter digest(String algorithm) {
        var name = javaName(algorithm);
        return (scope, value) -> {
            try {
                var result = MessageDigest.getInstance(name).digest(Slab.bytes(value.at, value.length));
                var at = scope.scratch().take(result.length);
                Slab.put(at, result);
                return value.binary(at, result.length);
            } catch (GeneralSecurityException e) {
                return false;
            }
        };
    }

    private static Converter hmac(String algorithm, String key) throws BindException {
        if (!isKnown(algorithm)) throw new BindException("Algorithm '" + algorithm + "' is not supported");
        var name = "Hmac" + javaName(algorithm).replace("-", "");
        try {
            var secret = new SecretKeySpec(Base64.getDecoder().decode(key), name);
            return (scope, value) -> {
                try {
                    var mac = Mac.getInstance(name);
                    mac.init(secret);
                    var result = mac.doFinal(Slab.bytes(value.at, value.length));
                    var at = scope.scratch().take(result.length);
                    Slab.put(at, result);
                    return value.binary(at, result.length);
                } catch (GeneralSecurityException e) {
                    return false;
                }
            };
        } catch (IllegalArgumentException e) {
            throw new BindException("the key must be in base 64, and not empty");
        }
    }
}
