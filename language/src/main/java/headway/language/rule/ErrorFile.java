package headway.language.rule;

import headway.language.format.FixedText;
import headway.language.rule.Reply.Field;
import headway.language.sample.BindException;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file that holds a whole response, as {@code errorfile} names it: configuration manual 4.2. */
final class ErrorFile {
    /** The stream makes these itself. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    private ErrorFile() {}

    /** The reply; an empty file is one that is not sent. */
    static Reply parse(int status, String path, byte[] bytes) throws BindException {
        if (bytes.length == 0) return Reply.silence(status);
        try {
            return parse(bytes);
        } catch (BindException e) {
            throw e.in("'" + path + "': ");
        }
    }

    private static Reply parse(byte[] bytes) throws BindException {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var first = line(text, 0);
        var reply = startLine(first.strip());
        var fields = new ArrayList<Field>();
        var at = first.length() + 1;
        while (true) {
            if (at >= text.length()) throw invalid("its head does not end");
            var line = line(text, at);
            at += line.length() + 1;
            if (line.isBlank()) break;
            var colon = line.indexOf(':');
            if (colon < 1) throw invalid("a field without a colon");
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (!FRAMING.contains(name))
                fields.add(Reply.field(
                        FieldRef.of(name),
                        new FixedText(Text.of(line.substring(colon + 1).strip()))));
        }
        var body = text.substring(Math.min(at, text.length()));
        if (!body.isEmpty() && Reply.isBodiless(reply.status()))
            throw new BindException("message payload not expected");
        return Reply.of(
                reply.status(),
                reply.reason(),
                List.of(),
                fields,
                body.isEmpty() ? null : new FixedText(Text.of(body)));
    }

    private record StartLine(int status, Text reason) {}

    private static StartLine startLine(String line) throws BindException {
        if (!line.matches("HTTP/\\d\\.\\d \\d{3}( .*)?")) throw invalid("it does not begin like a response");
        return new StartLine(
                Integer.parseInt(line.substring(9, 12)), Text.of(line.length() > 13 ? line.substring(13) : ""));
    }

    /** Without its LF. */
    private static String line(String text, int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.substring(from) : text.substring(from, end);
    }

    private static BindException invalid(String why) {
        return new BindException("unable to parse headers: " + why);
    }
}
