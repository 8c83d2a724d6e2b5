package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.CaptureSlots.Slot;
import headway.language.model.CookieCapture;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What log lines keep of the messages: {@code capture}. */
final class LogCaptureTable {
    private static final Set<Section> FRONTENDS = EnumSet.of(Section.FRONTEND, Section.LISTEN);

    static final List<Directive<ProxyDraft>> TABLE = List.of(
            Entry.<ProxyDraft>entry("capture cookie", "Log lines show a cookie of the request and of the response.")
                    .in(FRONTENDS)
                    .example("capture cookie ASPSESSION len 32", "capture cookie vgnvisitor= len 32")
                    .reads("<name> len <length>", LogCaptureTable::cookie),
            Entry.<ProxyDraft>entry("capture request header", "Log lines show a field of the request.")
                    .in(FRONTENDS)
                    .example("capture request header Host len 15")
                    .reads(
                            "<name> len <length>",
                            (proxy, words) -> proxy.front.requestCaptures.add(field(words, "'capture request'"))),
            Entry.<ProxyDraft>entry("capture response header", "Log lines show a field of the response.")
                    .in(FRONTENDS)
                    .example("capture response header Location len 15")
                    .reads(
                            "<name> len <length>",
                            (proxy, words) -> proxy.front.responseCaptures.add(field(words, "'capture response'"))));

    private LogCaptureTable() {}

    private static void cookie(ProxyDraft proxy, Arguments words) throws Mistake {
        var position = words.position();
        var name = words.next();
        var length = length(words, "'capture' expects 'cookie' <cookie_name> 'len' <len>.");
        words.named("capture cookie").end();
        proxy.log.cookie = new CookieCapture(position, name, length);
    }

    private static Slot field(Arguments words, String keyword) throws Mistake {
        var form = keyword + " expects 'header' <header_name> 'len' <len>.";
        var name = words.next();
        if (name.isEmpty()) throw words.mistake(form);
        var length = length(words, form);
        if (words.has()) {
            var word = words.next();
            throw words.mistake(keyword + " cannot handle unexpected argument '" + word + "'.");
        }
        return new Slot(words.position(), name, length);
    }

    private static int length(Arguments words, String otherwise) throws Mistake {
        if (!words.takes("len") || !words.has()) throw words.mistake(otherwise);
        var word = words.next();
        if (word.matches("\\d{1,6}")) return Integer.parseInt(word);
        throw words.mistake("'" + words.keyword() + "' : '" + word + "' is no length in bytes.");
    }
}
