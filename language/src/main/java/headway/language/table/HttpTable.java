package headway.language.table;

import headway.base.units.IpLiteral;
import headway.language.draft.ProxyDraft;
import headway.language.model.HttpSettings.AddressField;
import headway.language.model.HttpSettings.ConnectionMode;
import headway.language.model.HttpSettings.NameCheck;
import headway.language.model.HttpSettings.Network;
import headway.language.syntax.Mistake;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What happens to connections and fields of HTTP. */
final class HttpTable {
    static final List<Directive<ProxyDraft>> TABLE = List.of(
            connection(
                    "http-keep-alive",
                    "Connections are kept on both sides after a response.",
                    ConnectionMode.KEEP_ALIVE),
            connection(
                    "http-server-close",
                    "The server's connection is closed after a response, the client's is kept.",
                    ConnectionMode.SERVER_CLOSE),
            connection("httpclose", "Both connections are closed after a response.", ConnectionMode.CLOSE),
            Entry.<ProxyDraft>entry(
                            "option forwardfor",
                            "The client's address is added to requests in a field X-Forwarded-For.")
                    .in(Section.PROXIES)
                    .example("option forwardfor", "option forwardfor except 127.0.0.0/8 header X-Client if-none")
                    .reads(
                            "[except <network>] [header <name>] [if-none]",
                            (proxy, words) -> proxy.http.forwardedFor = field(words, "X-Forwarded-For", true)),
            Entry.<ProxyDraft>entry(
                            "option forwarded",
                            "A field Forwarded (RFC 7239) tells servers who asked, for what, and through whom.")
                    .in(Section.BACK)
                    .example(
                            "option forwarded",
                            "option forwarded host for-expr src,xxh32,hex for_port",
                            "option forwarded\nno option forwarded")
                    .no(proxy -> proxy.http.forwarded = null)
                    .reads(
                            "[proto] [host | host-expr <expr>] [by | by-expr <expr>] [by_port | by_port-expr <expr>] [for | for-expr <expr>] [for_port | for_port-expr <expr>]",
                            (proxy, words) -> {
                                proxy.http.forwarded = words.line();
                                words.rest();
                            }),
            Entry.<ProxyDraft>entry(
                            "option originalto",
                            "The address that the client connected to is added to requests in a field X-Original-To.")
                    .in(Section.PROXIES)
                    .example("option originalto", "option originalto except 127.0.0.1 header X-To")
                    .reads(
                            "[except <network>] [header <name>]",
                            (proxy, words) -> proxy.http.originalTo = field(words, "X-Original-To", false)),
            Entry.<ProxyDraft>entry(
                            "option http-restrict-req-hdr-names",
                            "Fields of requests whose names hold other characters than letters, digits and hyphens are passed on, dropped, or end the request with 403.")
                    .in(Section.PROXIES)
                    .unset("option http-restrict-req-hdr-names preserve")
                    .example(
                            "option http-restrict-req-hdr-names delete",
                            "option http-restrict-req-hdr-names reject",
                            "option http-restrict-req-hdr-names reject\noption http-restrict-req-hdr-names preserve")
                    .reads("{ preserve | delete | reject }", HttpTable::nameCheck),
            Entry.<ProxyDraft>entry(
                            "http-send-name-header",
                            "The field in which a request tells the server its name in the configuration; one of that name that the client sent is dropped.")
                    .in(Section.BACK)
                    .example("http-send-name-header X-Server")
                    .reads("<name>", HttpTable::serverNameField));

    private HttpTable() {}

    private static void nameCheck(ProxyDraft proxy, Arguments words) throws Mistake {
        var expects = "option 'http-restrict-req-hdr-names' expects 'preserve', 'reject' or 'delete' option.";
        if (!words.has()) throw words.mistake("missing parameter. " + expects);
        var word = words.next();
        proxy.http.nameCheck = switch (word) {
            case "preserve" -> NameCheck.PRESERVE;
            case "delete" -> NameCheck.DELETE;
            case "reject" -> NameCheck.REJECT;
            default -> throw words.mistake("invalid parameter '" + word + "'. " + expects);
        };
        words.end();
    }

    /** Those about the message's frame or its target are refused, as in 3.5. */
    private static void serverNameField(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'http-send-name-header' requires a header string.");
        var name = words.next();
        if (Set.of("host", "content-length", "transfer-encoding", "connection").contains(name.toLowerCase(Locale.ROOT)))
            throw words.mistake(
                    "'http-send-name-header' cannot be '" + name + "', since that changes the request itself.");
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"))
            throw words.mistake("'" + name + "' is not a name of a field (RFC 9110 5.1).");
        proxy.http.serverNameField = name;
        words.rest();
    }

    private static Directive<ProxyDraft> connection(String word, String summary, ConnectionMode mode) {
        return Entry.<ProxyDraft>entry("option " + word, summary)
                .in(Section.PROXIES)
                .unset("option http-keep-alive")
                .example("option " + word)
                .no(proxy -> leave(proxy, mode))
                .byDefault(proxy -> leave(proxy, mode))
                .sets(proxy -> proxy.http.connectionMode = mode);
    }

    /** Taking back the mode that holds leads to the one that holds without a word; taking back another one changes nothing. */
    private static void leave(ProxyDraft proxy, ConnectionMode mode) {
        if (proxy.http.connectionMode == mode) proxy.http.connectionMode = ConnectionMode.KEEP_ALIVE;
    }

    private static AddressField field(Arguments words, String usual, boolean mayBeIfNone) throws Mistake {
        var exceptions = new ArrayList<Network>();
        var name = usual;
        var ifNone = false;
        while (words.has()) {
            if (words.takes("except")) exceptions.add(network(words));
            else if (words.takes("header")) name = header(words);
            else if (mayBeIfNone && words.takes("if-none")) ifNone = true;
            else {
                words.next();
                var optional = mayBeIfNone ? "'except', 'header' and 'if-none'" : "'except' and 'header'";
                throw words.mistake("'" + words.keyword() + "' only supports optional values: " + optional + ".");
            }
        }
        return new AddressField(name, exceptions, ifNone);
    }

    private static String header(Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'" + words.keyword() + " header' expects <header_name> as argument.");
        return words.next();
    }

    private static Network network(Arguments words) throws Mistake {
        var text = words.next();
        var slash = text.indexOf('/');
        var address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty())
            throw words.mistake("'" + words.keyword() + " except' expects <address>[/mask] as argument.");
        var bits = address.get().length * 8;
        var length = slash < 0 ? bits : prefix(text.substring(slash + 1), bits);
        if (length < 0) throw words.mistake("'" + words.keyword() + " except' expects <address>[/mask] as argument.");
        return new Network(address.get(), length);
    }

    /** A length or an IPv4 mask; -1 when it is neither. */
    private static int prefix(String text, int bits) {
        var mask = IpLiteral.parse(text);
        if (mask.isPresent() && bits == 32 && mask.get().length == 4) {
            var value = ByteBuffer.wrap(mask.get()).getInt();
            var length = Integer.numberOfLeadingZeros(~value);
            return length == 32 || value << length == 0 ? length : -1;
        }
        var isNumber = !text.isEmpty() && text.length() < 4 && text.chars().allMatch(Character::isDigit);
        return isNumber && Integer.parseInt(text) <= bits ? Integer.parseInt(text) : -1;
    }
}
