package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.draft.RepliesDraft;
import headway.language.model.ErrorReply;
import headway.language.syntax.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers that replace the program's own. */
final class ReplyTable {
    /** The statuses that HAProxy makes answers with by itself. */
    private static final Set<Integer> STATUSES = Set.of(
            200, 400, 401, 403, 404, 405, 407, 408, 410, 413, 414, 421, 422, 425, 429, 431, 500, 501, 502, 503, 504);

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry(
                            "errorfile", "A file that holds a whole response, to be sent instead of the program's own.")
                    .in(Section.PROXIES)
                    .example("errorfile 503 /dev/null")
                    .reads(
                            "<status> <file>",
                            (proxy, words) -> proxy.http.replies.add(new RepliesDraft.One(file(words)))),
            Entry.<ProxyDraft>entry(
                            "errorfiles", "Error files of a section http-errors, all or those of some statuses.")
                    .in(Section.PROXIES)
                    .example("errorfiles site", "errorfiles site 403 404")
                    .reads("<name> [<status>...]", ReplyTable::files),
            redirect("errorloc", 302, "A location to redirect to instead of the program's own answer, with 302."),
            redirect("errorloc302", 302, "A location to redirect to instead of the program's own answer, with 302."),
            redirect("errorloc303", 303, "A location to redirect to instead of the program's own answer, with 303."),
            Entry.<ProxyDraft>entry(
                            "http-error",
                            "An answer to be sent instead of the program's own, as http-request return describes one.")
                    .in(Section.PROXIES)
                    .example("http-error status 503 content-type text/plain string down")
                    .reads("status <status> [...]", ReplyTable::rule));

    private ReplyTable() {}

    private static Directive<ProxyDraft> redirect(String name, int code, String summary) {
        return Entry.<ProxyDraft>entry(name, summary)
                .in(Section.PROXIES)
                .example(name + " 503 http://sorry.example/")
                .reads("<status> <url>", (proxy, words) -> {
                    if (words.line().count() < 3)
                        throw words.mistake(name + " : expects <status_code> and <url> as arguments.");
                    var status = status(words);
                    var location = words.next();
                    passOver(words);
                    proxy.http.replies.add(
                            new RepliesDraft.One(new ErrorReply.Redirect(words.position(), status, code, location)));
                });
    }

    /** A status and a file, as proxies and {@code http-errors} sections have them. */
    static ErrorReply.File file(Arguments words) throws Mistake {
        if (words.line().count() < 3) throw words.mistake("errorfile : expects <status_code> and <file> as arguments.");
        var status = status(words);
        var path = words.next();
        var content = content(path, words);
        passOver(words);
        return new ErrorReply.File(words.position(), status, path, content);
    }

    private static void files(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("errorfiles : expects <name> as argument.");
        var group = words.next();
        var statuses = new HashSet<Integer>();
        while (words.has()) statuses.add(status(words));
        proxy.http.replies.add(new RepliesDraft.Imported(words.position(), group, statuses));
    }

    /** HAProxy accepts more words here and does nothing with them. */
    private static void passOver(Arguments words) {
        if (!words.has()) return;
        words.reading()
                .out()
                .notice(
                        words.line().at(words.index()),
                        "'" + words.peek() + "' and what follows on the line has no effect.");
        words.rest();
    }

    private static byte[] content(String path, Arguments words) throws Mistake {
        try (var in = Files.newInputStream(words.file(path))) {
            // What does not fit into a buffer cannot be sent; the exact limit is known once tune.bufsize is.
            var content = in.readNBytes(1 << 22);
            if (content.length == 1 << 22) throw words.mistake("errorfile : file '" + path + "' is too large.");
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw words.mistake("errorfile : error opening file '" + path + "'.");
        }
    }

    private static int status(Arguments words) throws Mistake {
        var word = words.next();
        try {
            var status = Integer.parseInt(word);
            if (STATUSES.contains(status)) return status;
        } catch (NumberFormatException e) {
            throw words.mistake(words.keyword() + " : status code '" + word + "' not handled.");
        }
        throw words.mistake(words.keyword() + " : status code '" + word + "' not handled.");
    }

    /** HAProxy takes the status wherever on the line it stands. */
    private static void rule(ProxyDraft proxy, Arguments words) throws Mistake {
        while (words.has() && !words.peek().equals("status")) words.next();
        if (!words.takes("status")) throw words.mistake("http-error : expects at least a <status> as arguments.");
        if (!words.has()) throw words.mistake("http-error : 'status' expects <status_code> as argument");
        var status = status(words);
        words.rest();
        proxy.http.replies.add(new RepliesDraft.One(new ErrorReply.Rule(words.line(), status)));
    }
}
