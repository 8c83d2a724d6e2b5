package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Parameter;
import headway.language.sample.Parameters;
import headway.language.sample.Sample;
import java.util.Locale;

/** Fields of messages in protocol buffers (protobuf.dev/programming-guides/encoding), and of gRPC around them. */
final class Protobuf {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT = 10;
    /** A byte that tells of compression, and four of length. */
    private static final int GRPC_PREFIX = 5;

    private Protobuf() {}

    /** How the bytes of a field are read. */
    enum Type {
        RAW(-1),
        INT32(VARINT),
        INT64(VARINT),
        UINT32(VARINT),
        UINT64(VARINT),
        BOOL(VARINT),
        ENUM(VARINT),
        SINT32(VARINT),
        SINT64(VARINT),
        FIXED64(Protobuf.FIXED64),
        SFIXED64(Protobuf.FIXED64),
        DOUBLE(Protobuf.FIXED64),
        FIXED32(Protobuf.FIXED32),
        SFIXED32(Protobuf.FIXED32),
        FLOAT(Protobuf.FIXED32);

        private final int wire;

        Type(int wire) {
            this.wire = wire;
        }

        static Type of(String name) throws BindException {
            if (name.isEmpty()) return RAW;
            for (var type : values())
                if (type != RAW && type.name().toLowerCase(Locale.ROOT).equals(name)) return type;
            throw new BindException("Wrong protocol buffer type '" + name + "'");
        }
    }

    /** Numbers of fields, each inside the one before it: {@code 48.59.1}. */
    static Parameter<int[]> path() {
        return Parameters.of("field_number", "Protocol buffers field number", (text, binding) -> {
            if (!text.matches("\\d+(\\.\\d*)*") || text.endsWith(".")) throw new NumberFormatException(text);
            var numbers = text.split("\\.");
            var path = new int[numbers.length];
            for (var i = 0; i < path.length; i++) path[i] = numbers[i].isEmpty() ? 0 : Integer.parseInt(numbers[i]);
            return path;
        });
    }

    /** The field becomes the value. */
    static boolean find(Sample value, int[] path, Type type) {
        for (var i = 0; i < path.length; i++) {
            var isLast = i == path.length - 1;
            if (!field(value, path[i], isLast ? type : Type.RAW, !isLast)) return false;
        }
        return true;
    }

    /** The same in the first of a row of gRPC messages that has it. */
    static boolean findInGrpc(Sample value, int[] path, Type type) {
        var end = value.at + value.length;
        for (var i = value.at; end - i >= GRPC_PREFIX; ) {
            var length = Integer.reverseBytes(Slab.intAt(i + 1)) & 0xffffffffL;
            i += GRPC_PREFIX;
            if (length > end - i) return false;
            value.binary(i, (int) length);
            if (find(value, path, type)) return true;
            i += (int) length;
        }
        return false;
    }

    /** The first field of that number. */
    private static boolean field(Sample message, int number, Type type, boolean mustHoldOthers) {
        var end = message.at + message.length;
        for (var i = message.at; i < end; ) {
            var keySize = sizeOfVarint(i, end);
            if (keySize == 0) return false;
            var key = varint(i, keySize);
            var wire = (int) key & 7;
            var at = i + keySize;
            var prefix = wire == LENGTH_DELIMITED ? sizeOfVarint(at, end) : 0;
            var size = size(wire, at, prefix, end);
            if (size < 0 || size > end - at - prefix) return false;
            if (key >>> 3 == number) {
                var fits = mustHoldOthers ? wire == LENGTH_DELIMITED : type == Type.RAW || type.wire == wire;
                return fits && read(message, at + prefix, (int) size, type);
            }
            i = at + prefix + (int) size;
        }
        return false;
    }

    /** How many bytes a value has; -1 when that is not known. */
    private static long size(int wire, int at, int prefix, int end) {
        return switch (wire) {
            case VARINT -> sizeOfVarint(at, end) == 0 ? -1 : sizeOfVarint(at, end);
            case FIXED64 -> 8;
            case LENGTH_DELIMITED -> prefix == 0 ? -1 : varint(at, prefix);
            case FIXED32 -> 4;
            default -> -1;
        };
    }

    private static boolean read(Sample value, int at, int size, Type type) {
        return switch (type) {
            case RAW -> value.binary(at, size);
            case INT32, INT64, UINT32, UINT64, BOOL, ENUM -> value.integer(varint(at, size));
            case SINT32, SINT64 -> {
                var zigzag = varint(at, size);
                yield value.integer(zigzag >>> 1 ^ -(zigzag & 1));
            }
            case FIXED64, SFIXED64 -> value.integer(Slab.longAt(at));
            case DOUBLE -> value.integer((long) Double.longBitsToDouble(Slab.longAt(at)));
            case FIXED32 -> value.integer(Slab.intAt(at) & 0xffffffffL);
            case SFIXED32 -> value.integer(Slab.intAt(at));
            // As watched: a negative one comes out as its 32 bits.
            case FLOAT -> value.integer((int) Float.intBitsToFloat(Slab.intAt(at)) & 0xffffffffL);
        };
    }

    /** 0 when it does not end. */
    private static int sizeOfVarint(int at, int end) {
        for (var size = 1; size <= LONGEST_VARINT && at + size <= end; size++)
            if (Slab.byteAt(at + size - 1) >= 0) return size;
        return 0;
    }

    private static long varint(int at, int size) {
        var number = 0L;
        for (var i = 0; i < size; i++) number |= (Slab.byteAt(at + i) & 127L) << 7 * i;
        return number;
    }
}
