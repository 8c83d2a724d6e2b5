package headway.traffic.fetch;

import static headway.language.sample.FetchEntry.fetch;
import static headway.language.sample.SampleType.BIN;
import static headway.language.sample.SampleType.BOOL;
import static headway.language.sample.SampleType.SINT;
import static headway.language.sample.SampleType.STR;

import headway.base.memory.Slab;
import headway.language.sample.Direction;
import headway.language.sample.FetchEntry;
import headway.language.sample.Reader;
import headway.language.sample.Sample;
import headway.language.sample.SampleType;
import headway.language.sample.Scope;
import headway.language.sample.Source;
import java.util.ArrayList;
import java.util.List;

/** What the first hello of a TLS connection says that is passed through undeciphered. */
final class HelloFetches {
    static final List<FetchEntry> TABLE = table();

    private HelloFetches() {}

    /** Reads something of a client's hello. */
    @FunctionalInterface
    private interface Part {
        boolean read(int message, Scope scope, Sample out);
    }

    private static List<FetchEntry> table() {
        var table = new ArrayList<FetchEntry>();
        var type = fetch("req.ssl_hello_type", SINT, Source.REQUEST_BUFFER)
                .summary("The type of the TLS hello that the client has sent: 1 of a ClientHello.")
                .example("req.ssl_hello_type", "hello=", "1")
                .binds((scope, out) -> type(scope, Direction.REQUEST, out));
        table.addAll(List.of(type, type.as("req_ssl_hello_type")));
        var answer = fetch("res.ssl_hello_type", SINT, Source.RESPONSE_BUFFER)
                .summary("The type of the TLS hello that the server has sent: 2 of a ServerHello.")
                .example("res.ssl_hello_type", "response-hello=", "2")
                .binds((scope, out) -> type(scope, Direction.RESPONSE, out));
        table.addAll(List.of(answer, answer.as("rep_ssl_hello_type")));
        var version = fetch("req.ssl_ver", SINT, Source.REQUEST_BUFFER)
                .summary("The version in the client's hello: major times 65536, plus minor; conditions write 3.1.")
                .example("req.ssl_ver", "hello=", "196611")
                .binds(HelloFetches::version);
        table.addAll(List.of(version, version.as("req_ssl_ver")));
        var name = client("req.ssl_sni", STR)
                .summary("The server's name in the ClientHello (RFC 6066 3).")
                .example("req.ssl_sni", "hello=", "a.example")
                .binds(reader(HelloFetches::serverName));
        table.addAll(List.of(name, name.as("req_ssl_sni")));
        table.addAll(lists());
        return table;
    }

    private static List<FetchEntry> lists() {
        return List.of(
                client("req.ssl_alpn", STR)
                        .summary("The first protocol that the ClientHello proposes (RFC 7301).")
                        .example("req.ssl_alpn", "hello=", "h2")
                        .binds(reader(HelloFetches::protocol)),
                client("req.ssl_ec_ext", BOOL)
                        .summary(
                                "True when the ClientHello names groups or curves (RFC 8422 5.1); no value when it does not.")
                        .example("req.ssl_ec_ext", "hello=", "1")
                        .binds(reader(HelloFetches::hasGroups)),
                client("req.ssl_st_ext", SINT)
                        .summary(
                                "0 when the ClientHello has no extension for session tickets (RFC 5077), 1 when it has an empty one, 2 when it brings a ticket.")
                        .example("req.ssl_st_ext", "hello=", "1")
                        .binds(reader(HelloFetches::ticket)),
                client("req.ssl_cipherlist", BIN)
                        .summary("The ciphers of the ClientHello, two bytes each.")
                        .example("req.ssl_cipherlist,hex", "hello=", "130213031301")
                        .binds(reader(HelloFetches::ciphers)),
                client("req.ssl_sigalgs", BIN)
                        .summary("The signature algorithms of the ClientHello, two bytes each.")
                        .example("req.ssl_sigalgs,hex", "hello=", "04030804")
                        .binds(reader((m, _, out) -> list(m, Hello.SIGNATURE_ALGORITHMS, out))),
                client("req.ssl_supported_groups", BIN)
                        .summary("The groups that the ClientHello supports, two bytes each.")
                        .example("req.ssl_supported_groups,hex", "hello=", "001D0017")
                        .binds(reader((m, _, out) -> list(m, Hello.SUPPORTED_GROUPS, out))),
                client("req.ssl_keyshare_groups", BIN)
                        .summary(
                                "The groups for which the ClientHello has a key share (RFC 8446 4.2.8), two bytes each.")
                        .example("req.ssl_keyshare_groups,hex", "hello=", "001D0017")
                        .binds(reader(HelloFetches::shares)));
    }

    private static FetchEntry.Draft client(String name, SampleType type) {
        return fetch(name, type, Source.REQUEST_BUFFER);
    }

    private static Reader reader(Part part) {
        return (scope, out) -> {
            var message = Hello.findClient(scope);
            return message == Hello.NOT_YET ? out.notYet() : message >= 0 && part.read(message, scope, out);
        };
    }

    private static boolean type(Scope scope, Direction direction, Sample out) {
        var message = Hello.find(scope, direction);
        return message == Hello.NOT_YET ? out.notYet() : message >= 0 && out.integer(Hello.type(message));
    }

    private static boolean version(Scope scope, Sample out) {
        var old = oldVersion(scope);
        if (old == Hello.NOT_YET) return out.notYet();
        if (old > 0) return out.integer(old);
        var message = Hello.find(scope, Direction.REQUEST);
        return message == Hello.NOT_YET ? out.notYet() : message >= 0 && out.integer(Hello.version(message));
    }

    /** The version in a hello that has SSL 2's form (RFC 5246 E.2): two bytes of length with the first bit set, type 1, version. */
    private static int oldVersion(Scope scope) {
        var at = scope.contentAt(Direction.REQUEST);
        var length = scope.contentLength(Direction.REQUEST);
        if (length == 0 || Slab.byteAt(at) >= 0 || length > 2 && Slab.byteAt(at + 2) != Hello.CLIENT) return Hello.NONE;
        if (length < 2 || length < 2 + (Hello.u16(at) & 0x7fff))
            return scope.contentEnded(Direction.REQUEST) ? Hello.NONE : Hello.NOT_YET;
        return length < 5 ? Hello.NONE : Hello.u8(at + 3) << 16 | Hello.u8(at + 4);
    }

    /** Length of the list, then of each name: its type, 0 for a host, its length, itself. */
    private static boolean serverName(int message, Scope scope, Sample out) {
        var at = Hello.extension(message, Hello.SERVER_NAME);
        if (at < 0) return false;
        var end = at + 2 + Hello.u16(at);
        for (var name = at + 4; name + 3 <= end; name += 3 + Hello.u16(name + 1)) {
            var length = Hello.u16(name + 1);
            if (Hello.u8(name) == 0) return name + 3 + length <= end && out.text(name + 3, length);
        }
        return false;
    }

    private static boolean protocol(int message, Scope scope, Sample out) {
        var at = Hello.extension(message, Hello.ALPN);
        if (at < 0 || Hello.u16(at) < 3) return false;
        var length = Hello.u8(at + 4);
        return 3 + length <= Hello.u16(at) && out.text(at + 5, length);
    }

    private static boolean hasGroups(int message, Scope scope, Sample out) {
        return Hello.extension(message, Hello.SUPPORTED_GROUPS) >= 0 && out.bool(true);
    }

    private static boolean ticket(int message, Scope scope, Sample out) {
        if (!Hello.hasExtensions(message)) return false;
        var at = Hello.extension(message, Hello.SESSION_TICKET);
        return out.integer(at < 0 ? 0 : Hello.u16(at) == 0 ? 1 : 2);
    }

    private static boolean ciphers(int message, Scope scope, Sample out) {
        var at = Hello.ciphers(message);
        return at >= 0 && out.binary(at + 2, Hello.u16(at));
    }

    /** An extension that is a list with its length before it. */
    private static boolean list(int message, int type, Sample out) {
        var at = Hello.extension(message, type);
        if (at < 0 || Hello.u16(at) < 2) return false;
        var length = Hello.u16(at + 2);
        return length + 2 <= Hello.u16(at) && out.binary(at + 4, length);
    }

    /** Each share is a group, a length and a key. */
    private static boolean shares(int message, Scope scope, Sample out) {
        if (!list(message, Hello.KEY_SHARE, out)) return false;
        var from = out.at;
        var end = out.at + out.length;
        var groups = scope.scratch().take(out.length);
        var to = groups;
        for (var share = from; share + 4 <= end; share += 4 + Hello.u16(share + 2)) {
            Slab.copy(share, to, 2);
            to += 2;
        }
        return out.binary(groups, to - groups);
    }
}
