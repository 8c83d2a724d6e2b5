package headway.wire.h1;

import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.http.Method;
import headway.http.Violation;
import org.jspecify.annotations.Nullable;

/** What the fields of a head say about the body and the connection: each is looked at when its line is complete, and all together at the end of the head. */
final class H1Framing {
    /** Fields with larger ids are not looked at while reading. */
    static final int LAST_OF_INTEREST = FieldName.TE.id();

    private static final int HOST = FieldName.HOST.id();
    private static final int CONTENT_LENGTH = FieldName.CONTENT_LENGTH.id();
    private static final int TRANSFER_ENCODING = FieldName.TRANSFER_ENCODING.id();
    private static final int UPGRADE = FieldName.UPGRADE.id();
    private static final int WEBSOCKET_KEY = FieldName.SEC_WEBSOCKET_KEY.id();
    private static final int WEBSOCKET_ACCEPT = FieldName.SEC_WEBSOCKET_ACCEPT.id();
    private static final int CODING = H1Reader.CHUNKED | H1Reader.OTHER_CODING;

    private H1Framing() {}

    /** Looks at the field that was appended last. */
    static @Nullable Violation received(H1Reader reader, Head head, int id) {
        var index = head.fields() - 1;
        return switch (H1Names.name(id)) {
            case HOST -> reader.is(H1Reader.RESPONSE) ? null : host(head, index);
            case CONTENT_LENGTH -> contentLength(reader, head, index);
            case TRANSFER_ENCODING -> transferEncoding(reader, head.valueAt(index), head.valueLength(index));
            case CONNECTION -> ConnectionOptions.read(reader, head, index);
            case EXPECT -> expect(head, index);
            case TE -> reader.is(H1Reader.RESPONSE) ? null : te(head, index);
            default -> null;
        };
    }

    /** RFC 9112 3.2: more than one Host is an error. HAProxy lets equal ones pass as one. */
    private static @Nullable Violation host(Head head, int index) {
        var first = head.find(HOST, 0);
        if (first == index) return null;
        var same = H1Bytes.same(
                head.valueAt(first), head.valueLength(first), head.valueAt(index), head.valueLength(index));
        head.remove(index);
        return same ? null : Violation.DIFFERENT_HOSTS;
    }

    /** RFC 9110 8.6: a list of equal numbers counts as one. HAProxy passes on the first number, once. */
    private static @Nullable Violation contentLength(H1Reader reader, Head head, int index) {
        var at = head.valueAt(index);
        var end = at + head.valueLength(index);
        var firstLength = 0;
        for (var from = at; ; ) {
            var comma = comma(from, end);
            var start = H1Bytes.skipBlanks(from, comma);
            var last = H1Bytes.trimBlanks(start, comma);
            var number = number(start, last);
            if (number < 0) return Violation.BAD_CONTENT_LENGTH;
            if (reader.is(H1Reader.HAS_LENGTH) && number != reader.contentLength)
                return Violation.DIFFERENT_CONTENT_LENGTHS;
            if (firstLength == 0) firstLength = last - at;
            var another = reader.is(H1Reader.HAS_LENGTH) && from == at;
            reader.set(H1Reader.HAS_LENGTH);
            reader.contentLength = number;
            if (another) firstLength = -1;
            if (comma == end) break;
            from = comma + 1;
        }
        if (firstLength < 0) head.remove(index);
        else if (firstLength != head.valueLength(index)) head.value(index, at, firstLength);
        return null;
    }

    /** Of decimal digits; -1 when there is anything else, nothing, or more than a long holds. */
    private static long number(int from, int end) {
        if (from == end) return -1;
        var number = 0L;
        for (var p = from; p < end; p++) {
            var digit = Slab.byteAt(p) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) return -1;
            number = number * 10 + digit;
        }
        return number;
    }

    /** RFC 9112 6.1: chunked comes last and once. HAProxy 3.x also refuses empty elements, unless a server's are declared acceptable. */
    private static @Nullable Violation transferEncoding(H1Reader reader, int at, int length) {
        var end = at + length;
        for (var from = at; ; ) {
            var comma = comma(from, end);
            var start = H1Bytes.skipBlanks(from, comma);
            var last = H1Bytes.trimBlanks(start, comma);
            if (start == last) {
                if (!toleratesCodings(reader)) return Violation.EMPTY_TRANSFER_ENCODING;
            } else if (H1Bytes.same(start, last - start, "chunked")) {
                if (reader.is(H1Reader.CHUNKED) && !toleratesCodings(reader)) return Violation.CHUNKED_TWICE;
                reader.set(H1Reader.CHUNKED);
            } else {
                if (reader.is(H1Reader.CHUNKED)) return Violation.CHUNKED_NOT_LAST;
                reader.set(H1Reader.OTHER_CODING);
            }
            if (comma == end) return null;
            from = comma + 1;
        }
    }

    private static boolean toleratesCodings(H1Reader reader) {
        return reader.is(H1Reader.RESPONSE) && reader.tolerates();
    }

    private static @Nullable Violation expect(Head head, int index) {
        if (H1Bytes.same(head.valueAt(index), head.valueLength(index), "100-continue"))
            head.flag(HeadFlag.EXPECT_CONTINUE);
        return null;
    }

    /** RFC 9110 10.1.4: a proxy cannot promise transfer codings for others; only "trailers" is passed on. */
    private static @Nullable Violation te(Head head, int index) {
        var at = head.valueAt(index);
        var end = at + head.valueLength(index);
        for (var from = at; ; ) {
            var comma = comma(from, end);
            var start = H1Bytes.skipBlanks(from, comma);
            var last = H1Bytes.trimBlanks(start, comma);
            if (!head.is(HeadFlag.TE_TRAILERS) && H1Bytes.same(start, last - start, "trailers")) {
                head.flag(HeadFlag.TE_TRAILERS);
                if (last - start != head.valueLength(index)) head.value(index, start, last - start);
                return null;
            }
            if (comma == end) break;
            from = comma + 1;
        }
        head.remove(index);
        return null;
    }

    /** RFC 9110 6.5.1: fields that frame, route or direct the message have no business behind it; they are dropped. */
    static @Nullable Violation trailer(Head head, int id) {
        assert id > 0;
        head.remove(head.fields() - 1);
        return null;
    }

    static int comma(int from, int end) {
        var p = from;
        while (p < end && Slab.byteAt(p) != ',') p++;
        return p;
    }

    /** The end of the head: decides the framing and what becomes of the connection. */
    static @Nullable Violation settle(H1Reader reader, Head head) {
        if (reader.is(CODING)) {
            if (!reader.is(H1Reader.CHUNKED)) return Violation.NOT_CHUNKED;
            if (reader.is(H1Reader.OTHER_CODING)) return Violation.UNSUPPORTED_TRANSFER_CODING;
            settleCoding(reader, head);
        } else if (reader.is(H1Reader.HAS_LENGTH) && reader.contentLength > 0) {
            head.framing(BodyFraming.LENGTH, reader.contentLength);
        }
        // RFC 9112 9.3: a connection persists by default from 1.1 on, and only if asked for before.
        if (head.version() < 11 && !head.is(HeadFlag.KEEP_ALIVE)) head.flag(HeadFlag.CLOSE);
        var bad = reader.is(H1Reader.RESPONSE) ? response(reader, head) : request(reader, head);
        if (reader.is(H1Reader.TOLERATED)) head.flag(HeadFlag.TOLERATED);
        return bad;
    }

    private static void settleCoding(H1Reader reader, Head head) {
        // RFC 9112 6.3: with both fields the length is not to be trusted. HAProxy drops it and closes afterwards.
        if (reader.is(H1Reader.HAS_LENGTH)) {
            head.removeAll(CONTENT_LENGTH);
            if (!reader.keepsAfterInsecureCoding()) head.flag(HeadFlag.CLOSE);
        }
        // RFC 9112 6.1: a transfer coding in HTTP/1.0 is suspicious; HAProxy reads it and closes afterwards.
        if (head.version() < 11) head.flag(HeadFlag.CLOSE);
        head.framing(BodyFraming.CHUNKED, 0);
    }

    private static @Nullable Violation request(H1Reader reader, Head head) {
        if (head.methodId() == Method.CONNECT) {
            // RFC 9110 9.3.6: CONNECT has no content; what follows belongs to the tunnel.
            withoutBody(head);
        }
        var mismatch = H1Target.settle(reader, head);
        if (mismatch != null) return mismatch;
        var payload = head.framing() != BodyFraming.NONE;
        if (payload && head.version() < 11 && isSurprising(head.methodId()) && !reader.acceptsPayloadWithAnyMethod()) {
            return Violation.UNEXPECTED_PAYLOAD;
        }
        return upgrade(reader, head, payload);
    }

    private static boolean isSurprising(int method) {
        return method == Method.GET || method == Method.HEAD || method == Method.DELETE;
    }

    /** RFC 9110 7.8. HAProxy does not switch in the middle of a body: it then takes the offer out. */
    private static @Nullable Violation upgrade(H1Reader reader, Head head, boolean payload) {
        if (!reader.is(H1Reader.CONNECTION_UPGRADE) || !head.has(UPGRADE)) return null;
        if (payload) {
            head.removeAll(UPGRADE);
            return null;
        }
        head.flag(HeadFlag.UPGRADE);
        if (!isWebSocket(head)) return null;
        var key = head.find(WEBSOCKET_KEY, 0);
        var good = key >= 0 && isWebSocketKey(head.valueAt(key), head.valueLength(key));
        return good || reader.tolerates() ? null : Violation.BAD_WEBSOCKET_KEY;
    }

    private static boolean isWebSocket(Head head) {
        var upgrade = head.find(UPGRADE, 0);
        return upgrade >= 0 && H1Bytes.same(head.valueAt(upgrade), head.valueLength(upgrade), "websocket");
    }

    /** RFC 6455 4.1: 16 bytes in base64. */
    private static boolean isWebSocketKey(int at, int length) {
        if (length != 24 || Slab.byteAt(at + 22) != '=' || Slab.byteAt(at + 23) != '=') return false;
        for (var p = at; p < at + 22; p++) {
            int b = Slab.byteAt(p);
            var lower = b | 0x20;
            if (!(lower >= 'a' && lower <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/')) return false;
        }
        return true;
    }

    /** RFC 9112 6.3, in its order. */
    private static @Nullable Violation response(H1Reader reader, Head head) {
        var status = head.status();
        if (status == 101) return switching(reader, head);
        if (reader.is(H1Reader.TO_CONNECT) && status >= 200 && status < 300) {
            tunnel(head);
        } else if (status < 200 || status == 204) {
            withoutBody(head);
        } else if (reader.is(H1Reader.TO_HEAD) || status == 304) {
            head.framing(BodyFraming.NONE, 0);
        } else if (!reader.is(CODING | H1Reader.HAS_LENGTH)) {
            head.framing(BodyFraming.UNTIL_CLOSE, 0);
            head.flag(HeadFlag.CLOSE);
        }
        return null;
    }

    /** RFC 9110 15.2.2: a server switches only when asked, and says to what. */
    private static @Nullable Violation switching(H1Reader reader, Head head) {
        if (!reader.is(H1Reader.SWITCH_ASKED) || !reader.is(H1Reader.CONNECTION_UPGRADE) || !head.has(UPGRADE))
            return Violation.UNASKED_SWITCH;
        if (isWebSocket(head) && !head.has(WEBSOCKET_ACCEPT) && !reader.tolerates())
            return Violation.NO_WEBSOCKET_ACCEPT;
        tunnel(head);
        head.flag(HeadFlag.UPGRADE);
        return null;
    }

    private static void tunnel(Head head) {
        withoutBody(head);
        head.framing(BodyFraming.TUNNEL, 0);
    }

    private static void withoutBody(Head head) {
        head.removeAll(CONTENT_LENGTH);
        head.removeAll(TRANSFER_ENCODING);
        head.framing(BodyFraming.NONE, 0);
    }
}
