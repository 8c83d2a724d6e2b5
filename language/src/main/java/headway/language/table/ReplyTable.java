package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.ErrorReply;
import headway.language.syntax.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                    .reads("<status> <file>", ReplyTable::file),
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
                    words.end();
                    proxy.http.replies.add(new ErrorReply.Redirect(words.position(), status, code, location));
                });
    }

    private static void file(ProxyDraft proxy, Arguments words) throws Mistake {
        if (words.line().count() < 3) throw words.mistake("errorfile : expects <status_code> and <file> as arguments.");
        var status = status(words);
        var path = words.next();
        var content = content(path, words);
        words.end();
        proxy.http.replies.add(new ErrorReply.File(words.position(), status, path, content));
    }

    private static byte[] content(String path, Arguments words) throws Mistake {
        try (var in = Files.newInputStream(Path.of(path))) {
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

    private static void rule(ProxyDraft proxy, Arguments words) throws Mistake {
        if (!words.takes("status") || !words.has())
            throw words.mistake("http-error : expects at least a <status> as arguments.");
        var status = status(words);
        words.rest();
        proxy.http.replies.add(new ErrorReply.Rule(words.line(), status));
    }
}
