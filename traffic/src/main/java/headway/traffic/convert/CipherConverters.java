package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.variable;
import static headway.language.sample.SampleType.BIN;
import static headway.traffic.convert.Encoded.encoded;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters.VariableRef;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Signature;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES by the JDK; the value is copied through the heap. */
final class CipherConverters {
    private static final int TAG = 16;
    private static final Parameter<Long> BITS = integer("bits");
    private static final Parameter<Encoded> NONCE = encoded("nonce");
    private static final Parameter<Encoded> KEY = encoded("key");
    private static final Parameter<Encoded> TAG_GIVEN = encoded("aead_tag");
    private static final Parameter<VariableRef> TAG_KEPT = variable();
    private static final Parameter<Encoded> ADDITIONAL = orElse(encoded("aad"), Encoded.NONE);

    static final List<ConverterEntry> TABLE = List.of(
            converter("aes_gcm_enc", BIN, BIN)
                    .summary(
                            "Encrypts with AES in Galois/counter mode (NIST SP 800-38D); the tag goes into a variable, in base 64.")
                    .example(
                            "str(Hello from HAProxy AES-GCM),aes_gcm_enc(128,MTIzNDU2Nzg5MDEy,Zm9vb2Zvb29mb29vb29vbw==,txn.tag),hex,concat(:,txn.tag)",
                            "",
                            "A9646107300A78CB5B81DCF39880854EB36BC6E812739CED415C:uwuYDVvxwicvSejA+T1fFQ==")
                    .binds(List.of(BITS, NONCE, KEY, TAG_KEPT, ADDITIONAL), values -> {
                        var bits = bits(values.next(BITS));
                        var with = new Secrets(bits, values.next(NONCE), values.next(KEY));
                        return sealer(with, values.next(TAG_KEPT), values.next(ADDITIONAL));
                    }),
            converter("aes_gcm_dec", BIN, BIN)
                    .summary("Decrypts what was encrypted in Galois/counter mode; no value when the tag is not right.")
                    .example(
                            "bin(A9646107300A78CB5B81DCF39880854EB36BC6E812739CED415C),aes_gcm_dec(128,MTIzNDU2Nzg5MDEy,Zm9vb2Zvb29mb29vb29vbw==,uwuYDVvxwicvSejA+T1fFQ==)",
                            "",
                            "Hello from HAProxy AES-GCM")
                    .binds(List.of(BITS, NONCE, KEY, TAG_GIVEN, ADDITIONAL), values -> {
                        var bits = bits(values.next(BITS));
                        var with = new Secrets(bits, values.next(NONCE), values.next(KEY));
                        return opener(with, values.next(TAG_GIVEN), values.next(ADDITIONAL));
                    }),
            converter("aes_cbc_enc", BIN, BIN)
                    .summary(
                            "Encrypts with AES in cipher block chaining mode, filled up by PKCS 7; there, additional data take no part.")
                    .example(
                            "str(abc),aes_cbc_enc(128,MDEyMzQ1Njc4OWFiY2RlZg==,Zm9vb2Zvb29mb29vb29vbw==),hex",
                            "",
                            "3686ABDA1CC4020151D58B458C7D94B9")
                    .binds(List.of(BITS, NONCE, KEY, ADDITIONAL), values -> chained(values, Cipher.ENCRYPT_MODE)),
            converter("aes_cbc_dec", BIN, BIN)
                    .summary("Decrypts what was encrypted in cipher block chaining mode.")
                    .example(
                            "bin(3686ABDA1CC4020151D58B458C7D94B9),aes_cbc_dec(128,MDEyMzQ1Njc4OWFiY2RlZg==,Zm9vb2Zvb29mb29vb29vbw==)",
                            "",
                            "abc")
                    .binds(List.of(BITS, NONCE, KEY, ADDITIONAL), values -> chained(values, Cipher.DECRYPT_MODE)));

    private CipherConverters() {}

    /** What both sides must know. */
    private record Secrets(int bits, Encoded nonce, Encoded key) {}

    private static int bits(long bits) throws BindException {
        if (bits != 128 && bits != 192 && bits != 256)
            throw new BindException("key size must be 128, 192 or 256 (bits).");
        return (int) bits;
    }

    private static Converter sealer(Secrets with, VariableRef tag, Encoded additional) {
        return (scope, value) -> {
            var extra = additional.read(scope);
            var cipher = extra == null ? null : galois(scope, with, Cipher.ENCRYPT_MODE, TAG);
            if (cipher == null) return false;
            cipher.updateAAD(extra);
            var both = run(cipher, Slab.bytes(value.at, value.length));
            return both != null
                    && keepTag(scope, both, tag)
                    && DigestConverters.put(scope, value, both, both.length - TAG);
        };
    }

    private static boolean keepTag(Scope scope, byte[] both, VariableRef variable) {
        var tag = scope.scratch().borrow();
        var bytes = Arrays.copyOfRange(both, both.length - TAG, both.length);
        var kept = DigestConverters.put(scope, tag, bytes, TAG)
                && CodeConverters.base64(scope, tag)
                && scope.variables(variable.scope()).write(variable.slot(), tag);
        scope.scratch().giveBack();
        return kept;
    }

    /** Java takes the tag behind the text. */
    private static Converter opener(Secrets with, Encoded tag, Encoded additional) {
        return (scope, value) -> {
            var sealed = tag.read(scope);
            var extra = additional.read(scope);
            if (sealed == null || extra == null) return false;
            var cipher = galois(scope, with, Cipher.DECRYPT_MODE, sealed.length);
            if (cipher == null) return false;
            cipher.updateAAD(extra);
            var both = Arrays.copyOf(Slab.bytes(value.at, value.length), value.length + sealed.length);
            System.arraycopy(sealed, 0, both, value.length, sealed.length);
            return put(scope, value, run(cipher, both));
        };
    }

    private static @Nullable Cipher galois(Scope scope, Secrets with, int mode, int tagLength) {
        var nonce = with.nonce.read(scope);
        if (nonce == null || nonce.length == 0) return null;
        return cipher("AES/GCM/NoPadding", mode, key(scope, with), new GCMParameterSpec(tagLength * 8, nonce));
    }

    private static Converter chained(Signature.Values values, int mode) throws BindException {
        var bits = bits(values.next(BITS));
        var with = new Secrets(bits, values.next(NONCE), values.next(KEY));
        values.next(ADDITIONAL);
        return (scope, value) -> {
            var nonce = with.nonce.read(scope);
            if (nonce == null) return false;
            var cipher = cipher("AES/CBC/PKCS5Padding", mode, key(scope, with), new IvParameterSpec(nonce));
            return cipher != null && put(scope, value, run(cipher, Slab.bytes(value.at, value.length)));
        };
    }

    private static @Nullable SecretKeySpec key(Scope scope, Secrets with) {
        var key = with.key.read(scope);
        return key == null || key.length * 8 != with.bits ? null : new SecretKeySpec(key, "AES");
    }

    private static @Nullable Cipher cipher(
            String name, int mode, @Nullable SecretKeySpec key, AlgorithmParameterSpec nonce) {
        if (key == null) return null;
        try {
            var cipher = Cipher.getInstance(name);
            cipher.init(mode, key, nonce);
            return cipher;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static byte @Nullable [] run(Cipher cipher, byte[] input) {
        try {
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static boolean put(Scope scope, Sample value, byte @Nullable [] bytes) {
        return bytes != null && DigestConverters.put(scope, value, bytes, bytes.length);
    }
}
