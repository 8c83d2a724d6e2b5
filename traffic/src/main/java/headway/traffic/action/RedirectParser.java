package headway.traffic.action;

import headway.language.format.FixedText;
import headway.language.format.Format;
import headway.language.model.ProxyRules.Stage;
import headway.language.rule.Action;
import headway.language.rule.ActionLine;
import headway.language.rule.Progress;
import headway.language.rule.Reasons;
import headway.language.rule.Reply;
import headway.language.rule.Reply.Field;
import headway.language.rule.Verdict;
import headway.language.sample.BindException;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Text;
import headway.traffic.action.RedirectLocation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a redirect: configuration manual 4.2, "redirect". */
final class RedirectParser {
    private static final Text FOUND = Text.of("Found");

    private final ActionLine line;
    private @Nullable Kind kind;
    private @Nullable Format text;
    private int code = 302;
    private boolean dropQuery;
    private boolean keepQuery;
    private boolean appendSlash;
    private boolean ignoreEmpty;
    private boolean isBareSlash;
    private @Nullable Format cookie;

    RedirectParser(ActionLine line) {
        this.line = line;
    }

    Action parse() throws BindException {
        var position = line.words().taken();
        while (!line.isAtEnd()) argument(line.words().take());
        var of = kind;
        var format = text;
        if (of == null || format == null) {
            throw new BindException("redirection type expected ('prefix', 'location', or 'scheme').", position, "");
        }
        if (line.stage() == Stage.HTTP_RESPONSE && of != Kind.LOCATION)
            throw new BindException("response only supports redirect type 'location'.", position, "");
        var options = new RedirectLocation.Options(dropQuery, keepQuery, appendSlash);
        var location = new RedirectLocation(of, isBareSlash ? new FixedText(Text.of("")) : format, options);
        var reply = reply(location);
        if (!ignoreEmpty) return (_, progress) -> give(progress, reply);
        return (scope, progress) -> {
            var value = scope.scratch().borrow();
            var isEmpty = format.write(scope, value) && value.length == 0;
            scope.scratch().giveBack();
            return isEmpty ? Verdict.CONTINUE : give(progress, reply);
        };
    }

    private static int give(Progress progress, Reply reply) {
        progress.reply = reply;
        return Verdict.RETURN;
    }

    private Reply reply(Format location) {
        var fields = new ArrayList<Field>();
        fields.add(Reply.field(FieldRef.of("location"), location));
        // What may not be kept says so, as in HAProxy: 301 and 308 may.
        if (code != 301 && code != 308)
            fields.add(Reply.field(FieldRef.of("cache-control"), new FixedText(Text.of("no-cache"))));
        if (cookie != null) fields.add(Reply.field(FieldRef.of("set-cookie"), cookie));
        // As watched: a redirect's 302 has RFC 9110's phrase, other 302s have not.
        var reason = code == 302 ? FOUND : Reasons.of(code);
        return Reply.of(code, reason, List.of(), fields, null);
    }

    private void argument(String word) throws BindException {
        switch (word) {
            case "location" -> target(Kind.LOCATION, word);
            case "prefix" -> target(Kind.PREFIX, word);
            case "scheme" -> target(Kind.SCHEME, word);
            case "code" -> code = code(value(word));
            case "drop-query" -> dropQuery = true;
            case "keep-query" -> keepQuery = true;
            case "append-slash" -> appendSlash = true;
            case "ignore-empty" -> ignoreEmpty = true;
            case "set-cookie" -> cookie = new FixedText(Text.of(value(word) + "; path=/;"));
            case "set-cookie-fmt" -> cookie = line.format(value(word) + "; path=/;");
            case "clear-cookie" -> cookie = new FixedText(Text.of(value(word) + "; path=/; Max-Age=0;"));
            default ->
                throw new BindException(
                        "expects 'code', 'prefix', 'location', 'scheme', 'set-cookie', 'set-cookie-fmt', 'clear-cookie',"
                                + " 'drop-query', 'keep-query', 'ignore-empty' or 'append-slash' (was '" + word + "')");
        }
    }

    private void target(Kind of, String word) throws BindException {
        kind = of;
        var value = value(word);
        isBareSlash = of == Kind.PREFIX && value.equals("/");
        text = line.argument().equals(ActionLine.LITERAL) ? new FixedText(Text.of(value)) : line.format(value);
    }

    private String value(String word) throws BindException {
        return line.take("missing argument for '" + word + "'");
    }

    private static int code(String text) throws BindException {
        return switch (text) {
            case "301", "302", "303", "307", "308" -> Integer.parseInt(text);
            default ->
                throw new BindException(
                        "'code': unsupported HTTP code '" + text + "' (must be one of 301, 302, 303, 307 or 308)");
        };
    }
}
