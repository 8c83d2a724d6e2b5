package headway.wire.h1;

import static headway.wire.h1.H1Bytes.CR;
import static headway.wire.h1.H1Bytes.HIGH;
import static headway.wire.h1.H1Bytes.LF;
import static headway.wire.h1.H1Bytes.LOW;
import static headway.wire.h1.H1Bytes.ONES;
import static headway.wire.h1.H1Bytes.SP;

import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import headway.http.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of one request or response where it lies. Names are put into lower case in place, folded lines are joined in place, and the fields' views go
 * into a {@link Head}; a field whose line stands exactly as it will be written keeps that line's length.
 *
 * <p>It goes on line by line: a call begins at the first line that was not complete at the last one. Between calls the bytes may have moved, provided the head
 * was told so by {@link Head#moved}. The object holds a few numbers and serves one message after another.
 */
public final class H1Reader {
    static final int RESPONSE = 1;
    static final int TO_HEAD = 1 << 1;
    static final int TO_CONNECT = 1 << 2;
    static final int SWITCH_ASKED = 1 << 3;
    static final int HAS_LENGTH = 1 << 4;
    static final int CHUNKED = 1 << 5;
    static final int OTHER_CODING = 1 << 6;
    static final int CONNECTION_UPGRADE = 1 << 7;
    /** An HTTP/0.9 request is one line. */
    static final int WITHOUT_FIELDS = 1 << 8;

    /** accept-unsafe-violations is on for this direction. */
    static final int UNSAFE = 1 << 11;

    static final int TOLERATED = 1 << 12;

    private static final int TRAILERS = 1 << 13;

    private static final int STARTED = 1 << 9;
    private static final int IN_FIELDS = 1 << 10;

    private H1Settings settings;
    private int flags;
    private int start;
    private int done;
    private int lines;
    private int nameId;
    long contentLength;
    private @Nullable Violation violation;
    private int violationAt;

    public H1Reader(H1Settings settings) {
        this.settings = settings;
    }

    /** The settings of the proxy that the next message belongs to. */
    void settings(H1Settings settings) {
        this.settings = settings;
    }

    /** Begins with a request. */
    public void request() {
        begin(settings.unsafeRequests() ? UNSAFE : 0);
    }

    /**
     * Begins with a response.
     *
     * @param methodId the request's {@link Method}: the answer to HEAD has no body, a 2xx to CONNECT opens a tunnel
     * @param switchAsked whether the request was sent with {@link HeadFlag#UPGRADE}; only then may a 101 come
     */
    public void response(int methodId, boolean switchAsked) {
        var method = methodId == Method.HEAD ? TO_HEAD : methodId == Method.CONNECT ? TO_CONNECT : 0;
        begin(RESPONSE | method | (switchAsked ? SWITCH_ASKED : 0) | (settings.unsafeResponses() ? UNSAFE : 0));
    }

    /** Begins with the trailers of a request's or response's body: fields without a start line. */
    void trailers(boolean response) {
        var unsafe = response ? settings.unsafeResponses() : settings.unsafeRequests();
        begin(TRAILERS | IN_FIELDS | (unsafe ? UNSAFE : 0));
    }

    /** Forgets what was read. */
    public void reset() {
        begin(0);
    }

    private void begin(int flags) {
        this.flags = flags;
        done = 0;
        lines = 1;
        contentLength = 0;
        violation = null;
        violationAt = 0;
    }

    /**
     * Goes on reading; the head is cleared at the beginning of a message.
     *
     * @param at where the message begins; empty lines before it belong to it
     * @param length all bytes of it that have come so far
     * @return the length of the complete head, 0 when more is needed, less than 0 after a {@link #violation}
     */
    public int read(Head head, int at, int length) {
        if (violation != null) return -1;
        start = at;
        var end = at + length;
        var p = at + done;
        if (!is(IN_FIELDS)) {
            p = startLine(head, p, end);
            if (p <= 0) return p;
        }
        return fields(head, p, end);
    }

    /** What is wrong, after {@link #read} was negative. */
    public @Nullable Violation violation() {
        return violation;
    }

    /** How many bytes into the message it was noticed. */
    public int violationOffset() {
        return violationAt;
    }

    /** Says that the owner cannot keep more bytes: the head is refused for its size. */
    public int tooLarge(int length) {
        return fail(Violation.HEAD_TOO_LARGE, start + length);
    }

    /** True when something other than empty lines has come: a message has begun. */
    public boolean hasStarted() {
        return is(STARTED);
    }

    private int startLine(Head head, int from, int end) {
        var p = skipEmptyLines(from, end);
        if (p < 0) return p;
        done = p - start;
        if (p >= end) return 0;
        if (Slab.byteAt(p) == CR) return 0;
        set(STARTED);
        head.clear();
        var next = is(RESPONSE) ? H1StartLine.response(this, head, p, end) : H1StartLine.request(this, head, p, end);
        if (next <= 0) return next;
        set(IN_FIELDS);
        done = next - start;
        return next;
    }

    /** RFC 9112 2.2: empty lines before a request are ignored; HAProxy ignores them before a response, too. */
    private int skipEmptyLines(int from, int end) {
        var p = from;
        while (p < end) {
            var b = Slab.byteAt(p);
            if (b == LF) {
                p++;
            } else if (b == CR) {
                if (p + 1 >= end) return p;
                if (Slab.byteAt(p + 1) != LF) return fail(Violation.BARE_CR, p);
                p += 2;
            } else {
                return p;
            }
        }
        return p;
    }

    private int fields(Head head, int from, int end) {
        var p = from;
        if (is(WITHOUT_FIELDS)) return settled(head, p);
        while (p < end) {
            var b = Slab.byteAt(p);
            if (b == CR || b == LF) return emptyLine(head, p, end);
            if (lines == 1 && H1Bytes.isBlank(b)) return fail(Violation.FOLD_WITHOUT_FIELD, p);
            var next = field(head, p, end);
            if (next <= 0) return next;
            p = next;
            done = p - start;
        }
        return 0;
    }

    private int emptyLine(Head head, int p, int end) {
        var next = lineEnd(p, end);
        if (next <= 0) return next;
        done = next - start;
        return settled(head, p);
    }

    private int settled(Head head, int p) {
        if (is(TRAILERS)) return done;
        var bad = H1Framing.settle(this, head);
        return bad == null ? done : fail(bad, p);
    }

    /** One field with the lines that continue it; what follows must be visible, since white space there means that it goes on. */
    private int field(Head head, int from, int end) {
        var colon = name(from, end);
        if (colon <= 0) return colon;
        var p = colon + 1;
        while (true) {
            p = H1Bytes.control(p, end);
            if (p >= end) return 0;
            var b = Slab.byteAt(p);
            if (b == CR || b == LF) {
                var next = lineEnd(p, end);
                if (next <= 0) return next;
                if (next >= end) return 0;
                if (!H1Bytes.isBlank(Slab.byteAt(next))) return received(head, from, colon, p, next);
                // RFC 9112 5.2: a fold may be replaced by spaces; HAProxy puts one for each byte of the line's end.
                while (p < next) Slab.putByte(p++, (byte) SP);
            } else {
                if (b == 0 && !tolerates()) return fail(Violation.NUL_BYTE, p);
                p++;
            }
        }
    }

    /** RFC 9112 2.2: a lone LF ends a line of a head; a CR must be followed by LF. */
    int lineEnd(int p, int end) {
        if (Slab.byteAt(p) == LF) return p + 1;
        if (p + 1 >= end) return 0;
        return Slab.byteAt(p + 1) == LF ? p + 2 : fail(Violation.BARE_CR, p);
    }

    private int received(Head head, int name, int colon, int valueEnd, int next) {
        if (++lines > settings.maximumHeaders()) return fail(Violation.TOO_MANY_FIELDS, name);
        if (nameId < 0) return next;
        var value = H1Bytes.skipBlanks(colon + 1, valueEnd);
        var last = H1Bytes.trimBlanks(value, valueEnd);
        var asWritten = value == colon + 2 && last == valueEnd && next == valueEnd + 2 && Slab.byteAt(colon + 1) == SP;
        head.received(nameId, name, colon - name, value, last - value, asWritten ? next - name : 0);
        if (nameId == 0 || nameId > H1Framing.LAST_OF_INTEREST) return next;
        var bad = is(TRAILERS) ? H1Framing.trailer(head, nameId) : H1Framing.received(this, head, nameId);
        return bad == null ? next : fail(bad, value);
    }

    /** Puts a name into lower case and finds its id. Letters, digits and hyphens are done eight at a time. */
    private int name(int from, int end) {
        long first = 0;
        long second = 0;
        long third = 0;
        for (var p = from; p + 8 <= end; p += 8) {
            var w = Slab.longAt(p);
            var x = w ^ ':' * ONES;
            var colon = (x - ONES) & ~x & HIGH;
            var before = colon == 0 ? -1L : (colon & -colon) - 1 >>> 7;
            var bits = w & LOW;
            var letter = ((bits | 0x20 * ONES) + 0x1f * ONES) & ~((bits | 0x20 * ONES) + 0x05 * ONES) & ~w & HIGH;
            var digit = (bits + 0x50 * ONES) & ~(bits + 0x46 * ONES) & ~w & HIGH;
            var hyphen = (bits ^ '-' * ONES) + LOW;
            var plain = letter | digit | ~(hyphen | w) & HIGH;
            if ((~plain & HIGH & before) != 0) return nameByBytes(from, end);
            var lower = w | (letter & before) >>> 2;
            if (lower != w) Slab.putLong(p, lower);
            third = second;
            second = first;
            first = lower & before;
            if (colon == 0) continue;
            var place = p + (Long.numberOfTrailingZeros(colon) >>> 3);
            if (place == from) return fail(Violation.EMPTY_NAME, from);
            nameId = place - from >= H1Names.LONGEST
                    ? H1Names.id(from, place - from)
                    : id(place - from, first, second, third);
            return place;
        }
        return nameByBytes(from, end);
    }

    /** The words were shifted in as they came, so the last one of the name is the newest. */
    private static int id(int length, long newest, long middle, long oldest) {
        if (length < 8) return H1Names.id(newest, 0, 0);
        return length < 16 ? H1Names.id(middle, newest, 0) : H1Names.id(oldest, middle, newest);
    }

    private int nameByBytes(int from, int end) {
        nameId = 0;
        var p = from;
        for (; p < end; p++) {
            int b = Slab.byteAt(p);
            if (b == ':') break;
            if (H1Bytes.isToken(b)) {
                Slab.putByte(p, (byte) H1Bytes.lower(b));
            } else if (b == CR || b == LF) {
                return fail(Violation.NO_COLON, p);
            } else if (tolerates()) {
                // The field is passed over, not the message.
                nameId = -1;
            } else {
                return fail(b == 0 ? Violation.NUL_BYTE : Violation.BAD_NAME, p);
            }
        }
        if (p >= end) return 0;
        if (p == from) return fail(Violation.EMPTY_NAME, from);
        if (nameId == 0) nameId = H1Names.id(from, p - from);
        return p;
    }

    int fail(Violation violation, int at) {
        this.violation = violation;
        violationAt = at - start;
        return -1;
    }

    /** Is something let pass that is forbidden? Then it is noted. */
    boolean tolerates() {
        if (!is(UNSAFE)) return false;
        set(TOLERATED);
        return true;
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    void set(int flag) {
        flags |= flag;
    }

    boolean keepsAfterInsecureCoding() {
        return settings.keepsAfterInsecureCoding();
    }

    boolean acceptsPayloadWithAnyMethod() {
        return settings.payloadWithAnyMethod();
    }
}
