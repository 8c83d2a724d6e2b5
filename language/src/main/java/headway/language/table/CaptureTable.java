package headway.language.table;

import headway.language.draft.ProxyDraft;
import headway.language.model.CaptureSlots.Slot;
import headway.language.model.ProxyRules.Stage;
import headway.language.syntax.Line;
import headway.language.syntax.Mistake;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The places of a frontend for texts that its log line shows. */
final class CaptureTable {
    private static final Set<Section> FRONTENDS = EnumSet.of(Section.FRONTEND, Section.LISTEN);

    static final List<Directive<ProxyDraft>> TABLE = List.of(Entry.<ProxyDraft>entry(
                    "declare capture", "A slot for a text that rules keep for the log line, of so many bytes.")
            .in(FRONTENDS)
            .example("declare capture request len 20", "declare capture response len 8")
            .reads("{ request | response } len <length>", CaptureTable::declare));

    private CaptureTable() {}

    private static void declare(ProxyDraft proxy, Arguments words) throws Mistake {
        var isRequest = words.takes("request");
        if (!isRequest && !words.takes("response"))
            throw words.mistake("'declare capture' requires a direction ('request' or 'response')");
        if (!words.takes("len")) throw words.mistake("'declare capture' requires a capture length ('len')");
        if (!words.has())
            throw words.mistake("'declare capture': 'len' requires a numeric value that represents the capture length");
        var word = words.next();
        if (!word.matches("\\d{1,9}"))
            throw words.mistake("'declare capture': cannot parse the length '" + word + "'.");
        if (Integer.parseInt(word) == 0) throw words.mistake("length must be > 0");
        words.end();
        var slots = isRequest ? proxy.front.requestCaptures : proxy.front.responseCaptures;
        slots.add(new Slot(words.position(), "", Integer.parseInt(word)));
    }

    /** A {@code capture} rule with {@code len} has a slot of its own, in the order of the lines. */
    static void rule(ProxyDraft proxy, Stage stage, Line line) {
        if (stage != Stage.HTTP_REQUEST && stage != Stage.TCP_REQUEST_CONTENT) return;
        var action = stage.words().split(" ").length;
        if (!line.word(action).equals("capture")) return;
        for (var i = action + 2; i + 1 < line.count(); i++) {
            var word = line.word(i);
            if (word.equals("if") || word.equals("unless")) return;
            if (!word.equals("len") || !line.word(i + 1).matches("[1-9]\\d{0,8}")) continue;
            proxy.front.requestCaptures.add(new Slot(line.position(), "", Integer.parseInt(line.word(i + 1))));
            return;
        }
    }
}
