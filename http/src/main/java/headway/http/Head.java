package headway.http;

import headway.base.memory.Slab;
import java.util.Arrays;

/**
 * The head of one request or response: a start line and a table of fields, all of them views into the {@link Slab}. Whatever reads it sees the edited
 * state; whoever edits gives views that live at least as long as the head is used.
 *
 * <p>A field that still stands in memory as {@code name: value CRLF}, name in lower case, remembers the length of that line, so that a writer of HTTP/1
 * copies neighbouring untouched lines as one range. HTTP/2 and FastCGI fill the same table without it.
 */
public final class Head {
    /** Ints a field: name's place and length, value's place and length, well-known id, length of the untouched line or 0. */
    private static final int STRIDE = 6;

    private static final int NAME_AT = 0;
    private static final int NAME_LENGTH = 1;
    private static final int VALUE_AT = 2;
    private static final int VALUE_LENGTH = 3;
    private static final int ID = 4;
    private static final int LINE_LENGTH = 5;
    /** Colon, blank and the end of the line. */
    private static final int BETWEEN = 4;

    private int[] table = new int[16 * STRIDE];
    private int fields;
    private int methodId;
    private int methodAt;
    private int methodLength;
    private int targetAt;
    private int targetLength;
    private int status;
    private int reasonAt;
    private int reasonLength;
    private int version;
    private BodyFraming framing = BodyFraming.NONE;
    private long contentLength;
    private int flags;
    /** What the fields take as lines. */
    private int fieldBytes;
    /** How many bytes the head may have; 0 for any number. */
    private int bound;

    /** Makes it empty for the next message. */
    public void clear() {
        fields = 0;
        methodId = Method.OTHER;
        methodAt = methodLength = targetAt = targetLength = 0;
        status = reasonAt = reasonLength = version = 0;
        framing = BodyFraming.NONE;
        contentLength = 0;
        flags = 0;
        fieldBytes = 0;
        bound = 0;
    }

    public void request(int id, int at, int length) {
        methodId = id;
        methodAt = at;
        methodLength = length;
    }

    public void target(int at, int length) {
        targetAt = at;
        targetLength = length;
    }

    /** Version in tenths: 10, 11, 20. */
    public void version(int tenths) {
        version = tenths;
    }

    public void response(int code, int at, int length) {
        status = code;
        reasonAt = at;
        reasonLength = length;
    }

    public boolean isRequest() {
        return status == 0;
    }

    public int methodId() {
        return methodId;
    }

    public int methodAt() {
        return methodAt;
    }

    public int methodLength() {
        return methodLength;
    }

    public int targetAt() {
        return targetAt;
    }

    public int targetLength() {
        return targetLength;
    }

    public int version() {
        return version;
    }

    public int status() {
        return status;
    }

    public int reasonAt() {
        return reasonAt;
    }

    public int reasonLength() {
        return reasonLength;
    }

    public BodyFraming framing() {
        return framing;
    }

    public void framing(BodyFraming framing, long contentLength) {
        this.framing = framing;
        this.contentLength = contentLength;
    }

    /** Bytes of the body; meaningful with {@link BodyFraming#LENGTH}. */
    public long contentLength() {
        return contentLength;
    }

    public boolean is(int flag) {
        return (flags & flag) != 0;
    }

    public void flag(int flag) {
        flags |= flag;
    }

    public void unflag(int flag) {
        flags &= ~flag;
    }

    public int fields() {
        return fields;
    }

    public int nameAt(int index) {
        return table[index * STRIDE + NAME_AT];
    }

    public int nameLength(int index) {
        return table[index * STRIDE + NAME_LENGTH];
    }

    public int valueAt(int index) {
        return table[index * STRIDE + VALUE_AT];
    }

    public int valueLength(int index) {
        return table[index * STRIDE + VALUE_LENGTH];
    }

    /** The field's number in {@link FieldName}, 0 for a name that is not well known. */
    public int id(int index) {
        return table[index * STRIDE + ID];
    }

    /** Length of {@code name: value CRLF} from {@link #nameAt}, or 0 when the line does not stand in memory like this. */
    public int lineLength(int index) {
        return table[index * STRIDE + LINE_LENGTH];
    }

    /** The first field with that id at or after {@code from}, or -1. */
    public int find(int id, int from) {
        for (var i = from; i < fields; i++) if (table[i * STRIDE + ID] == id) return i;
        return -1;
    }

    /** The first field of that name (in lower case) at or after {@code from}, or -1. */
    public int find(int nameAt, int nameLength, int from) {
        for (var i = from; i < fields; i++) {
            var row = i * STRIDE;
            if (table[row + NAME_LENGTH] == nameLength && Slab.equal(table[row + NAME_AT], nameAt, nameLength))
                return i;
        }
        return -1;
    }

    public boolean has(int id) {
        return find(id, 0) >= 0;
    }

    /** Appends a field as it was received. */
    public void received(int id, int nameAt, int nameLength, int valueAt, int valueLength, int lineLength) {
        var row = newRow();
        table[row + NAME_AT] = nameAt;
        table[row + NAME_LENGTH] = nameLength;
        table[row + VALUE_AT] = valueAt;
        table[row + VALUE_LENGTH] = valueLength;
        table[row + ID] = id;
        table[row + LINE_LENGTH] = lineLength;
        fieldBytes += lineLength(nameLength, valueLength);
    }

    /** How long a field is as a line of HTTP/1. */
    public static int lineLength(int nameLength, int valueLength) {
        return nameLength + valueLength + BETWEEN;
    }

    /** How long the head is as HTTP/1, without what is always there. */
    public int size() {
        return fieldBytes + methodLength + targetLength + reasonLength;
    }

    public boolean isBound() {
        return bound > 0;
    }

    /** Says how long it may become; whoever edits asks {@link #hasRoom} first. */
    public void bound(int bytes) {
        bound = bytes;
    }

    /** Whether an edit that makes it longer by so many bytes leaves it within its bound. One that makes it shorter is always possible. */
    public boolean hasRoom(int more) {
        return bound == 0 || more <= 0 || more <= bound - size();
    }

    /** Appends a field; the name is in lower case. */
    public void add(int id, int nameAt, int nameLength, int valueAt, int valueLength) {
        received(id, nameAt, nameLength, valueAt, valueLength, 0);
    }

    /** Appends a well-known field. */
    public void add(FieldName name, int valueAt, int valueLength) {
        received(name.id(), name.at(), name.length(), valueAt, valueLength, 0);
    }

    public void value(int index, int at, int length) {
        var row = index * STRIDE;
        fieldBytes += length - table[row + VALUE_LENGTH];
        table[row + VALUE_AT] = at;
        table[row + VALUE_LENGTH] = length;
        table[row + LINE_LENGTH] = 0;
    }

    /** Removes one field; those after it move up. */
    public void remove(int index) {
        fieldBytes -= lineLength(nameLength(index), valueLength(index));
        System.arraycopy(table, (index + 1) * STRIDE, table, index * STRIDE, (fields - index - 1) * STRIDE);
        fields--;
    }

    /** Removes all fields with that id. */
    public void removeAll(int id) {
        for (var i = find(id, 0); i >= 0; i = find(id, i)) remove(i);
    }

    /** Removes all fields of that name (in lower case). */
    public void removeAll(int nameAt, int nameLength) {
        for (var i = find(nameAt, nameLength, 0); i >= 0; i = find(nameAt, nameLength, i)) remove(i);
    }

    /** Says that the bytes {@code [from, from + length)}, where this head stands, have been copied to {@code to}. */
    public void moved(int from, int length, int to) {
        var by = to - from;
        methodAt = moved(methodAt, from, length, by);
        targetAt = moved(targetAt, from, length, by);
        reasonAt = moved(reasonAt, from, length, by);
        for (var row = 0; row < fields * STRIDE; row += STRIDE) {
            table[row + NAME_AT] = moved(table[row + NAME_AT], from, length, by);
            table[row + VALUE_AT] = moved(table[row + VALUE_AT], from, length, by);
        }
    }

    private static int moved(int at, int from, int length, int by) {
        return at >= from && at <= from + length ? at + by : at;
    }

    private int newRow() {
        var row = fields++ * STRIDE;
        if (row == table.length) table = Arrays.copyOf(table, row * 2);
        return row;
    }
}
