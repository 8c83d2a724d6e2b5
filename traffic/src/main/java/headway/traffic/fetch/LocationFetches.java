package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.IPV4;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;
import static headway.language.sample.Source.REQUEST_HEAD;

import headway.base.hash.Avalanche;
import headway.base.hash.Hashes;
import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import headway.language.sample.AddressText;
import headway.language.sample.Addresses;
import headway.language.sample.Casts;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import java.util.List;

/** Where a request wants to go: the host together with the target, hashes of that, and the address that an absolute target names. */
final class LocationFetches {
    private static final String GIVEN = "GET /p/Ab.c?a=5&b=2 HTTP/1.1\nhost: h.x:81\nsrc=127.0.0.1";

    static final List<FetchEntry> TABLE = List.of(
            fetch("base", STR, REQUEST_HEAD)
                    .summary("The Host field followed by the path.")
                    .example("base", "GET /a?b=c HTTP/1.1\nhost: A.example:80", "A.example:80/a")
                    .example("base", "OPTIONS * HTTP/1.1\nhost: h", "h")
                    .binds((scope, out) -> location(scope, false, out)),
            fetch("baseq", STR, REQUEST_HEAD)
                    .summary("The Host field followed by the path and the query.")
                    .example("baseq", "GET http://h/a?b=c HTTP/1.1\nhost: h", "h/a?b=c")
                    .binds((scope, out) -> location(scope, true, out)),
            fetch("base32", SINT, REQUEST_HEAD)
                    .summary("A hash of 32 bits of what base gives.")
                    .example("base32", "GET /a?b HTTP/1.1", "1743195586")
                    .binds(hash(false)),
            fetch("base32+src", BIN, REQUEST_HEAD)
                    .summary("The four bytes of base32 followed by those of the client's address.")
                    .example("base32+src,hex", "GET /a?b HTTP/1.1\nsrc=10.0.0.1", "67E70DC20A000001")
                    .binds(withSource(hash(false))),
            fetch("url32", SINT, REQUEST_HEAD)
                    .summary("A hash of 32 bits of what baseq gives.")
                    .example("url32", GIVEN, "1028242695")
                    .binds(hash(true)),
            fetch("url32+src", BIN, REQUEST_HEAD)
                    .summary("The four bytes of url32 followed by those of the client's address.")
                    .example("url32+src,hex", GIVEN, "3D49BD077F000001")
                    .binds(withSource(hash(true))),
            fetch("url_ip", IPV4, REQUEST_HEAD)
                    .summary("The address in an absolute target whose host is an IPv4 address.")
                    .example("url_ip", "GET http://10.1.2.3:81/a HTTP/1.1", "10.1.2.3")
                    .example("url_ip", "GET http://h.x/a HTTP/1.1", "")
                    .binds(LocationFetches::address),
            fetch("url_port", SINT, REQUEST_HEAD)
                    .summary(
                            "The port in an absolute target whose host is an IPv4 address; that of its scheme when it names none.")
                    .example("url_port", "GET http://10.1.2.3:81/a HTTP/1.1", "81")
                    .example("url_port", "GET https://10.1.2.3/ HTTP/1.1", "443")
                    .example("url_port", "GET http://10.1.2.3/ HTTP/1.1", "80")
                    .binds(LocationFetches::port));

    private LocationFetches() {}

    private static boolean location(Scope scope, boolean withQuery, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var path = Target.path(head);
        var pathLength = path < 0 ? 0 : (withQuery ? head.targetLength() : Target.pathEnd(head, path)) - path;
        var host = head.find(FieldName.HOST.id(), 0);
        if (host < 0) return path >= 0 && out.text(head.targetAt() + path, pathLength);
        var hostLength = head.valueLength(host);
        var at = scope.scratch().take(hostLength + pathLength);
        Slab.copy(head.valueAt(host), at, hostLength);
        if (path >= 0) Slab.copy(head.targetAt() + path, at + hostLength, pathLength);
        return out.text(at, hostLength + pathLength);
    }

    private static Reader hash(boolean withQuery) {
        return (scope, out) -> {
            var scratch = scope.scratch();
            var mark = scratch.mark();
            var found = location(scope, withQuery, out) && out.integer(Avalanche.of(Hashes.sdbm(out.at, out.length)));
            scratch.reset(mark);
            return found;
        };
    }

    /** As watched: 4 bytes when the client has no address, as one of a UNIX socket. */
    private static Reader withSource(Reader hash) {
        return (scope, out) -> {
            if (!hash.read(scope, out)) return false;
            var at = scope.scratch().take(20);
            Slab.putInt(at, Integer.reverseBytes((int) out.integer));
            if (!Addresses.read(scope.source(), out) || !Casts.toBinary(scope, out)) return out.binary(at, 4);
            var length = out.length;
            Slab.copy(out.at, at + 4, length);
            return out.binary(at, 4 + length);
        };
    }

    /** Where the host of an absolute target ends, at its colon, slash, question mark or the end; -1 when it is no IPv4 address. */
    private static int hostEnd(Head head, int host) {
        if (host < 0) return -1;
        var at = head.targetAt();
        var end = host;
        while (end < head.targetLength() && isOfAddress(Slab.byteAt(at + end))) end++;
        return AddressText.readV4(at + host, end - host) < 0 ? -1 : end;
    }

    private static boolean isOfAddress(byte c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static boolean address(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var host = Target.authority(head);
        var end = hostEnd(head, host);
        return end >= 0 && out.ipv4((int) AddressText.readV4(head.targetAt() + host, end - host));
    }

    private static boolean port(Scope scope, Sample out) {
        var head = scope.request();
        if (head == null) return out.notYet();
        var end = hostEnd(head, Target.authority(head));
        if (end < 0) return false;
        var at = head.targetAt();
        var port = 0;
        for (var i = end + 1; end < head.targetLength() && i < head.targetLength(); i++) {
            var digit = Slab.byteAt(at + i) - '0';
            if (Slab.byteAt(at + end) != ':' || digit < 0 || digit > 9 || port > 6553) break;
            port = port * 10 + digit;
        }
        return out.integer(port > 0 ? port : usualPort(at));
    }

    /** By the scheme, of which the letter behind {@code http} decides. */
    private static int usualPort(int target) {
        return (Slab.byteAt(target + 4) | 32) == 's' ? 443 : 80;
    }
}
