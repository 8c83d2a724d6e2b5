package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.SampleType.BIN;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and message authentication codes by the JDK; they copy the value through the heap. */
final class DigestConverters {
    static final List<ConverterEntry> TABLE = List.of(
            converter("sha1", BIN, BIN)
                    .summary("The SHA-1 digest.")
                    .example("str(abc),sha1,hex", "", "A9993E364706816ABA3E25717850C26C9CD0D89D")
                    .binds((scope, value) -> digest(scope, value, DigestName.SHA1)),
            converter("sha2", BIN, BIN)
                    .summary("The SHA-2 digest of 224, 256, 384 or 512 bits, 256 when none are given.")
                    .example(
                            "str(abc),sha2,hex", "", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")
                    .binds(orElse(integer("bits"), 256L), DigestConverters::sha2),
            converter("digest", BIN, BIN)
                    .summary(
                            "The digest of an algorithm, under OpenSSL's name: md5, sha1, sha224 to sha512, sha3-256, shake128 and their like.")
                    .example("str(abc),digest(md5),hex", "", "900150983CD24FB0D6963F7D28E17F72")
                    .example("str(abc),digest(shake128),hex", "", "5881092DD818BF5CF8A3DDB793FBCBA7")
                    .binds(string("algorithm"), DigestConverters::named),
            converter("hmac", BIN, BIN)
                    .summary("The message authentication code (RFC 2104) by an algorithm and a key in base 64.")
                    .example(
                            "str(what do ya want for nothing?),hmac(md5,SmVmZQ==),hex",
                            "",
                            "750C783E6AB0B503EAA86E310A5DB738")
                    .example(
                            "str(what do ya want for nothing?),hmac(md5,txn.key),hex",
                            "txn.key=SmVmZQ==",
                            "750C783E6AB0B503EAA86E310A5DB738")
                    .binds(string("algorithm"), Encoded.encoded("key"), DigestConverters::hmac));

    private DigestConverters() {}

    private static Converter sha2(long bits) throws BindException {
        if (bits != 224 && bits != 256 && bits != 384 && bits != 512)
            throw new BindException("Unsupported number of bits: '" + bits + "'");
        return named("sha" + bits);
    }

    private static Converter named(String algorithm) throws BindException {
        var name = DigestName.of(algorithm);
        return (scope, value) -> digest(scope, value, name);
    }

    private static boolean digest(Scope scope, Sample value, DigestName name) {
        try {
            var result = MessageDigest.getInstance(name.digest()).digest(Slab.bytes(value.at, value.length));
            return put(scope, value, result, Math.min(result.length, name.length()));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Makes bytes from the heap the value. */
    static boolean put(Scope scope, Sample value, byte[] bytes, int length) {
        var at = scope.scratch().take(bytes.length);
        Slab.put(at, bytes);
        return value.binary(at, length);
    }

    private static Converter hmac(String algorithm, Encoded key) throws BindException {
        var name = DigestName.of(algorithm).mac();
        return (scope, value) -> {
            var secret = key.read(scope);
            return secret != null && code(scope, value, name, secret);
        };
    }

    private static boolean code(Scope scope, Sample value, String name, byte[] secret) {
        try {
            var mac = Mac.getInstance(name);
            // RFC 2104 2: a key is filled up with zeros, so an empty one is one of a zero; Java refuses it.
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, name));
            var result = mac.doFinal(Slab.bytes(value.at, value.length));
            return put(scope, value, result, result.length);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
