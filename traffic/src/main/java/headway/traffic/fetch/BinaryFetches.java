package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.Parameters.integer;
import static headway.language.sample.Parameters.orElse;
import static headway.language.sample.Parameters.string;
import static headway.language.sample.Parameters.text;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Digits;
import headway.language.sample.Direction;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import headway.language.sample.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Blocks of bytes whose length stands before them, cookies of RDP, and the tokens of distcc. */
final class BinaryFetches {
    private static final String DISTCC =
            "content=DIST00000001ARGC00000002ARGV00000003gccARGV00000002-cDOTI00000004abcd";
    private static final String RDP =
            "content-hex=0300002621e00000000000436f6f6b69653a206d737473686173683d656c746f6e0d0a";

    private static final Text ANY = Text.of("");

    static final List<FetchEntry> TABLE = table();

    /** Tokens that have a number only: the protocol's version, counts and a status. */
    private static final int[] BODILESS = Stream.of("DIST", "ARGC", "NFIL", "STAT", "DONE")
            .mapToInt(token -> Slab.intAt(Text.of(token).at()))
            .toArray();

    private BinaryFetches() {}

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        var block = fetch("req.payload_lv", BIN, Source.REQUEST_BUFFER)
                .summary(
                        "A block of what the client has sent, whose length stands at an offset in so many bytes; it begins behind the length, or at another offset, or one relative to that with a sign.")
                .example("req.payload_lv(1,1)", "content-hex=00024142", "AB")
                .example("req.payload_lv(1,1,+1)", "content-hex=0002414243", "BC")
                .example("req.payload_lv(0,1,3)", "content-hex=0200414243", "BC")
                .binds(
                        integer("offset1"),
                        integer("length"),
                        orElse(string("offset2"), ""),
                        (at, size, start) -> block(Direction.REQUEST, at, size, start));
        table.add(block);
        var answered = fetch("res.payload_lv", BIN, Source.RESPONSE_BUFFER)
                .summary(
                        "A block of what the server has sent, whose length stands at an offset in so many bytes; see req.payload_lv.")
                .example("res.payload_lv(0,1),hex", "response-body=\u0003xyz!", "78797A")
                .binds(
                        integer("offset1"),
                        integer("length"),
                        orElse(string("offset2"), ""),
                        (at, size, start) -> block(Direction.RESPONSE, at, size, start));
        table.addAll(List.of(block.as("payload_lv", answered), answered));
        var cookie = fetch("req.rdp_cookie", STR, Source.REQUEST_BUFFER)
                .summary("The value of the cookie with which an RDP client begins, of that name if one is given.")
                .example("req.rdp_cookie(MSTSHASH)", RDP, "elton")
                .binds(orElse(text("name"), Text.of("")), name -> (scope, out) -> RdpCookie.read(scope, name, out));
        table.addAll(List.of(cookie, cookie.as("rdp_cookie")));
        var count = fetch("req.rdp_cookie_cnt", SINT, Source.REQUEST_BUFFER)
                .summary("How many cookies an RDP client begins with, of that name if one is given: 1 or 0.")
                .example("req.rdp_cookie_cnt(msts)", RDP, "0")
                .binds(orElse(text("name"), Text.of("")), name -> (scope, out) -> {
                    if (!RdpCookie.read(scope, ANY, out)) return false;
                    return out.integer(RdpCookie.read(scope, name, out) ? 1 : 0);
                });
        table.addAll(List.of(count, count.as("rdp_cookie_cnt")));
        table.add(fetch("distcc_param", SINT, Source.REQUEST_BUFFER)
                .summary("The number behind a token of the distcc protocol, of the first one or of that occurrence.")
                .example("distcc_param(ARGV,2)", DISTCC, "2")
                .binds(string("token"), orElse(integer("occ"), 0L), (token, occ) -> token(token, occ, false)));
        table.add(fetch("distcc_body", BIN, Source.REQUEST_BUFFER)
                .summary("The bytes behind a token of the distcc protocol, of the first one or of that occurrence.")
                .example("distcc_body(ARGV,2)", DISTCC, "-c")
                .binds(string("token"), orElse(integer("occ"), 0L), (token, occ) -> token(token, occ, true)));
        return table;
    }

    private static Reader block(Direction direction, long at, long size, String start) throws BindException {
        if (at < 0) throw new BindException("payload offset1 must be positive");
        if (size <= 0) throw new BindException("payload length must be > 0");
        var relative = start.isEmpty() || start.startsWith("+") || start.startsWith("-");
        var offset = offset(start);
        if (offset + at + size < 0) throw new BindException("payload offset2 too negative");
        var from = relative ? at + size + offset : offset;
        return (scope, out) -> {
            var there = scope.contentLength(direction);
            if (at + size > there) return later(scope, direction, out);
            var length = 0L;
            for (var i = at; i < at + size; i++)
                length = length << 8 | Slab.byteAt((int) (scope.contentAt(direction) + i)) & 255;
            if (length <= 0 || length > Integer.MAX_VALUE) return false;
            if (from + length > there) return later(scope, direction, out);
            return out.binary((int) (scope.contentAt(direction) + from), (int) length);
        };
    }

    private static long offset(String text) throws BindException {
        if (text.isEmpty()) return 0;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BindException("payload offset2 is not a number");
        }
    }

    private static boolean later(Scope scope, Direction direction, Sample out) {
        return !scope.contentEnded(direction) && out.notYet();
    }

    private static Reader token(String name, long occurrence, boolean body) throws BindException {
        if (name.length() != 4) throw new BindException("distcc token name must be exactly 4 characters long");
        var word = Text.of(name);
        return (scope, out) -> {
            var at = scope.contentAt(Direction.REQUEST);
            var end = at + scope.contentLength(Direction.REQUEST);
            var left = Math.max(1, occurrence);
            while (at + 12 <= end) {
                var number = number(at + 4);
                if (number < 0) return false;
                var size = isBodiless(at) ? 0 : number;
                var found = Slab.equal(at, word.at(), 4) && --left == 0;
                if (found && !body) return out.integer(number);
                var there = (int) Math.min(size, end - at - 12);
                if (found) {
                    out.mayChange = there < size && !scope.contentEnded(Direction.REQUEST);
                    return out.binary(at + 12, there);
                }
                if (there < size) break;
                at += 12 + there;
            }
            return later(scope, Direction.REQUEST, out);
        };
    }

    private static boolean isBodiless(int at) {
        var token = Slab.intAt(at);
        for (var bodiless : BODILESS) if (token == bodiless) return true;
        return false;
    }

    /** Eight hexadecimal digits, or -1. */
    private static long number(int at) {
        var number = 0L;
        for (var i = 0; i < 8; i++) {
            var digit = Digits.hex(Slab.byteAt(at + i));
            if (digit < 0) return -1;
            number = number << 4 | digit;
        }
        return number;
    }
}
