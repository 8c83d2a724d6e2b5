package headway.language.table;

import headway.language.draft.CheckDraft;
import headway.language.draft.ProxyDraft;
import headway.language.known.Awaited;
import headway.language.model.HttpCheck;
import headway.language.model.HttpCheck.StatusRange;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How servers are asked for their health. */
final class CheckTable {
    private static final Set<String> MATCHES_TO_COME =
            Set.of("string", "rstring", "rstatus", "hdr", "fhdr", "string-lf");

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry(
                            "option httpchk", "A health check sends a request and looks at the response's status.")
                    .in(Section.BACK)
                    .example("option httpchk", "option httpchk GET /alive HTTP/1.1")
                    .no(proxy -> proxy.back.check.http = null)
                    .reads("[<method>] [<uri>] [<version>] [<host>]", CheckTable::httpchk),
            Entry.<ProxyDraft>entry("http-check expect", "The statuses by which a server is up.")
                    .in(Section.BACK)
                    .unset("http-check expect status 200-399")
                    .example("option httpchk\nhttp-check expect status 200-299,404")
                    .reads("[!] status <status>[-<status>][,...]", CheckTable::expect),
            Entry.<ProxyDraft>entry("http-check send", "The request of a health check.")
                    .in(Section.BACK)
                    .example("option httpchk\nhttp-check send meth GET uri /alive ver HTTP/1.1 hdr host a.example")
                    .reads("[meth <method>] [uri <uri>] [ver <version>] [hdr <name> <value>]...", CheckTable::send),
            Entry.<ProxyDraft>entry(
                            "http-check disable-on-404",
                            "A server that answers 404 gets no new clients and keeps those that belong to it.")
                    .in(Section.BACK)
                    .example("option httpchk\nhttp-check disable-on-404")
                    .sets(proxy -> proxy.back.check.disableOn404 = true));

    private CheckTable() {}

    private static void httpchk(ProxyDraft proxy, Arguments words) throws Mistake {
        var check = proxy.back.check;
        check.http = words.position();
        if (!words.has()) return;
        var first = words.next();
        if (!words.has()) {
            check.uri = first;
            return;
        }
        check.method = first;
        check.uri = words.next();
        if (words.has()) check.version = words.next();
        if (words.has()) check.host = constant(words, words.next());
        words.end();
    }

    private static String constant(Arguments words, String text) throws Mistake {
        if (text.contains("%"))
            throw words.mistake(Messages.notYet("a log format in " + words.keyword(), Awaited.CHECKS));
        return text;
    }

    private static void expect(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has())
            throw words.mistake("'http-check expect' : expects at least a matching pattern as arguments.");
        var negated = words.takes("!");
        var match = words.next();
        if (MATCHES_TO_COME.contains(match))
            throw words.mistake(Messages.notYet("http-check expect " + match, Awaited.CHECKS));
        if (!match.equals("status"))
            throw words.mistake("'http-check expect' : only supports '[!]status', got '" + match + "'.");
        if (!words.has()) throw words.mistake("'http-check expect' : 'status' expects a <pattern> as argument.");
        var ranges = new ArrayList<StatusRange>();
        for (var part : words.next().split(",", -1)) ranges.add(range(part, words));
        words.end();
        proxy.back.check.negated = negated;
        proxy.back.check.expected.clear();
        proxy.back.check.expected.addAll(ranges);
    }

    private static StatusRange range(String text, Arguments words) throws Mistake {
        var dash = text.indexOf('-');
        var first = code(dash < 0 ? text : text.substring(0, dash), words);
        var last = dash < 0 ? first : code(text.substring(dash + 1), words);
        if (first > last) throw words.mistake("'http-check expect' : invalid range of status codes '" + text + "'.");
        return new StatusRange(first, last);
    }

    private static int code(String text, Arguments words) throws Mistake {
        for (var i = 0; i < text.length(); i++)
            if (text.charAt(i) < '0' || text.charAt(i) > '9')
                throw words.mistake("'http-check expect' : invalid character '" + text.charAt(i)
                        + "' in the list of status codes.");
        if (text.length() != 3) throw words.mistake("'http-check expect' : invalid status code '" + text + "'.");
        return Integer.parseInt(text);
    }

    private static void send(ProxyDraft proxy, Arguments words) throws Mistake {
        var check = proxy.back.check;
        check.fields.clear();
        while (words.has()) sendPart(check, words, words.next());
    }

    private static void sendPart(CheckDraft check, Arguments words, String part) throws Mistake {
        switch (part) {
            case "meth" -> check.method = value(words, part);
            case "uri" -> check.uri = value(words, part);
            case "ver" -> check.version = value(words, part);
            case "hdr" -> {
                var name = value(words, part);
                check.fields.add(new HttpCheck.Field(name, constant(words, value(words, part))));
            }
            case "comment" -> value(words, part);
            case "uri-lf", "body", "body-lf" ->
                throw words.mistake(Messages.notYet("http-check send " + part, Awaited.CHECKS));
            default ->
                throw words.mistake("'http-check send' : only supports 'meth', 'uri', 'ver', 'hdr' and 'comment', got '"
                        + part + "'.");
        }
    }

    private static String value(Arguments words, String part) throws Mistake {
        if (words.has()) return words.next();
        throw words.mistake("'http-check send' : '" + part + "' expects a value.");
    }
}
