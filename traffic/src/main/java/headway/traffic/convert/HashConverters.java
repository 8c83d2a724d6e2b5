package headway.traffic.convert;

import static headway.language.sample.ConverterEntry.converter;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;

import com.dynatrace.hash4j.hashing.ByteAccess;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import headway.base.hash.Avalanche;
import headway.base.hash.Hashes;
import headway.base.hash.XxHash32;
import headway.base.memory.Slab;
import headway.language.sample.Converter;
import headway.language.sample.ConverterEntry;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Hashes and checksums that are not for security. */
final class HashConverters {
    /** Lets the library read where the bytes lie. */
    private static final ByteAccess<MemorySegment> BYTES = ByteAccess.forMemorySegment(MemorySegment.class);

    static final List<ConverterEntry> TABLE = List.of(
            hash("crc32", "The CRC-32 checksum", Hashes::crc32, "891568578", "930845320"),
            hash("crc32c", "The CRC-32C checksum", Hashes::crc32c, "910901175", "1285784220"),
            hash("djb2", "The DJB2 hash", Hashes::djb2, "193485963", "2235766107"),
            hash("sdbm", "The SDBM hash", Hashes::sdbm, "807794786", "659243622"),
            hash("wt6", "The WT6 hash", Hashes::wt6, "2483038440", "266135527"),
            converter("xxh32", BIN, SINT)
                    .summary("The XXH32 hash of the bytes, with a seed.")
                    .example("str(abc),xxh32", "", "852579327")
                    .example("str(abc),xxh32(7)", "", "1473238068")
                    .binds(
                            orElse(integer("seed"), 0L),
                            seed -> (_, value) -> value.integer(XxHash32.of(value.at, value.length, seed.intValue()))),
            converter("xxh64", BIN, SINT)
                    .summary("The XXH64 hash of the bytes, with a seed, as a signed number.")
                    .example("str(abc),xxh64", "", "4952883123889572249")
                    .example("str(abc),xxh64(7)", "", "-7028621457359472937")
                    .binds(orElse(integer("seed"), 0L), seed -> wide(Hashing.xxh64(seed))),
            converter("xxh3", BIN, SINT)
                    .summary("The XXH3 hash of 64 bits of the bytes, with a seed, as a signed number.")
                    .example("str(abc),xxh3", "", "8696274497037089104")
                    .example("str(abc),xxh3(5)", "", "6167986026487092235")
                    .binds(orElse(integer("seed"), 0L), seed -> wide(Hashing.xxh3_64(seed))));

    private HashConverters() {}

    /** A hash of 32 bits. */
    @FunctionalInterface
    private interface Hash {
        long of(int at, int length);
    }

    private static ConverterEntry hash(String name, String what, Hash hash, String ofAbc, String avalanched) {
        return converter(name, BIN, SINT)
                .summary(what + " of the bytes; with 1 each bit of it is made to depend on all others.")
                .example("str(abc)," + name, "", ofAbc)
                .example("str(abc)," + name + "(1)", "", avalanched)
                .binds(orElse(integer("avalanche"), 0L), avalanche -> bound(hash, avalanche != 0));
    }

    private static Converter bound(Hash hash, boolean avalanche) {
        if (!avalanche) return (_, value) -> value.integer(hash.of(value.at, value.length));
        return (_, value) -> value.integer(Avalanche.of(hash.of(value.at, value.length)));
    }

    private static Converter wide(Hasher64 hasher) {
        return (_, value) -> value.integer(hasher.hashBytesToLong(Slab.MEMORY, value.at, value.length, BYTES));
    }
}
