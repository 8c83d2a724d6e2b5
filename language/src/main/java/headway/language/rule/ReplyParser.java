package headway.language.rule;

import headway.base.text.Nearest;
import headway.http.FieldName;
import headway.language.format.FixedText;
import headway.language.format.Format;
import headway.language.format.FormatParser;
import headway.language.rule.Reply.Field;
import headway.language.sample.BindException;
import headway.language.sample.Binding;
import headway.language.sample.Parameters.FieldRef;
import headway.language.sample.Text;
import headway.language.sample.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the arguments that {@code return}, {@code deny}, {@code tarpit} and {@code http-error} share: configuration manual 4.4, "return". */
public final class ReplyParser {
    /** The statuses that have a page of their own. */
    private static final Set<Integer> PAGES = Set.of(
            200, 400, 401, 403, 404, 405, 407, 408, 410, 413, 414, 421, 422, 425, 429, 431, 500, 501, 502, 503, 504);

    private final Binding binding;
    private final Words words;
    private int status;
    private String contentType = "";
    private final List<Field> fields = new ArrayList<>();
    /** The argument that gave the payload. */
    private String kind = "";

    private boolean hasStatus;
    private @Nullable Reply file;
    private @Nullable String group;
    private @Nullable Format body;

    public ReplyParser(Binding binding, Words words) {
        this.binding = binding;
        this.words = words;
    }

    /**
     * Reads as long as words belong to a reply.
     *
     * @param usualStatus when none is given
     * @param pageIfPlain whether nothing but a status means the proxy's page ({@code deny}) instead of an empty answer ({@code return})
     */
    public Reply parse(int usualStatus, boolean pageIfPlain) throws BindException {
        status = usualStatus;
        var first = words.index() - 1;
        var any = false;
        while (argument(words.peek())) any = true;
        // As watched: "deny status 404" is an empty answer, "deny deny_status 404" is the page.
        if (pageIfPlain && !hasStatus && kind.isEmpty() && fields.isEmpty()) kind = "default-errorfiles";
        if (any) ignored();
        try {
            return reply();
        } catch (BindException e) {
            throw e.placed(words.line(), Math.max(first, 0));
        }
    }

    /** What HAProxy warns of, with its spelling: words that do nothing beside what gives the payload. */
    private void ignored() {
        var whole = file != null || group != null || kind.equals("default-errorfiles");
        var why = whole
                ? " when used with an erorrfile."
                : kind.isEmpty()
                        ? " because neither errorfile nor payload defined."
                        : " when used with an empty payload.";
        // As watched: not of a file that might have held a format.
        if (!contentType.isEmpty() && body == null && !kind.equals("lf-file"))
            warn("content-type '" + contentType + "' ignored by the http reply" + why);
        if (!fields.isEmpty() && whole) warn("hdr parameters ignored by the http reply when used with an erorrfile.");
    }

    private void warn(String message) {
        binding.diagnostics().warning(words.line().position(), message);
    }

    private Reply reply() throws BindException {
        if (kind.equals("default-errorfiles")) {
            checkPage("default-errorfiles");
            return Reply.page(status);
        }
        if (file != null) {
            checkPage("errorfile");
            return file;
        }
        if (group != null) {
            checkPage("errorfiles");
            return grouped(group);
        }
        if (status < 200 || status > 599) throw new BindException("Unexpected status code '" + status + "'");
        if (body != null) {
            // RFC 9110 15.3.5, 15.4.5: what would follow such a head is the next answer.
            if (Reply.isBodiless(status)) throw new BindException("No body expected for " + status + " responses.");
            if (contentType.isEmpty()) {
                throw new BindException(
                        kind.startsWith("lf-")
                                ? "a content type must be defined with a log-format payload"
                                : "a content type must be defined when non-empty payload is configured");
            }
            var type = Reply.field(FieldRef.of("content-type"), new FixedText(Text.of(contentType)));
            return Reply.of(status, Reasons.of(status), fields, List.of(type), body);
        }
        return Reply.of(status, Reasons.of(status), fields, List.of(), body);
    }

    /** As watched: a status that the section does not have gets the proxy's page, after a warning. */
    private Reply grouped(String name) throws BindException {
        var found = binding.errors().get(name);
        if (found == null) {
            var near = Nearest.to(name, binding.errors().keySet()).orElse("");
            throw new BindException(
                    "unknown http-errors section '" + name + "' referenced by an http reply", null, near);
        }
        var content = found.files().get(status);
        if (content != null) return ErrorFile.parse(status, content.path(), content.content());
        warn("status '" + status + "' referenced by an http reply not declared in http-errors section '" + name + "'.");
        return Reply.page(status);
    }

    private void checkPage(String argument) throws BindException {
        if (PAGES.contains(status)) return;
        throw new BindException(
                "status code '" + status + "' not handled by default with '" + argument + "' argument.");
    }

    /** Takes one argument; false when the next word is none. */
    private boolean argument(String word) throws BindException {
        switch (word) {
            case "status", "deny_status" -> {
                if (words.take().equals("status")) hasStatus = true;
                status = status(value("'status' expects <status_code> as argument"));
            }
            case "content-type" -> {
                words.take();
                contentType = value("'content-type' expects <ctype> as argument");
            }
            case "hdr" -> {
                words.take();
                field();
            }
            case "default-errorfiles" -> {
                payload(words.take());
            }
            case "errorfile" -> {
                payload(words.take());
                var path = value("'errorfile' expects <file> as argument");
                file = ErrorFile.parse(status, path, read(path));
            }
            case "errorfiles" -> {
                payload(words.take());
                group = value("'errorfiles' expects <name> as argument");
            }
            case "file", "lf-file", "string", "lf-string" -> {
                payload(words.take());
                body(
                        word,
                        value("'" + word + "' expects <"
                                + (word.endsWith("file") ? "file" : word.startsWith("lf") ? "fmt" : "str")
                                + "> as argument"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void payload(String word) throws BindException {
        if (!kind.isEmpty())
            throw new BindException("unexpected '" + word + "' argument, '" + kind + "' already defined");
        kind = word;
    }

    private String value(String otherwise) throws BindException {
        if (words.peek().isEmpty()) throw new BindException(otherwise);
        return words.take();
    }

    private static int status(String text) throws BindException {
        if (!text.matches("[2-5]\\d\\d")) throw new BindException("Unexpected status code '" + text + "'");
        return Integer.parseInt(text);
    }

    private void field() throws BindException {
        if (words.peek().isEmpty() || words.peek(1).isEmpty()) {
            throw new BindException("'hdr' expects <name> and <value> as arguments");
        }
        var word = words.take();
        var name = FieldRef.of(word);
        var value = format(words.take());
        // RFC 9112 6.3: what the reply says of its length is made from its body.
        var isLength = name.id() == FieldName.CONTENT_LENGTH.id() || name.id() == FieldName.TRANSFER_ENCODING.id();
        if (isLength) warn("header '" + word + "' always ignored by the http reply.");
        else if (!ActionLine.isToken(word))
            warn("header '" + word + "' is no name of a field (RFC 9110 5.1): ignored.");
        else fields.add(Reply.field(name, value));
    }

    private void body(String word, String value) throws BindException {
        var text = word.endsWith("file") ? new String(read(value), StandardCharsets.ISO_8859_1) : value;
        if (text.isEmpty()) return;
        body = word.startsWith("lf-") ? format(text, word.endsWith("file")) : new FixedText(Text.of(text));
    }

    private Format format(String text, boolean isOfFile) throws BindException {
        try {
            return format(text);
        } catch (BindException e) {
            throw isOfFile ? e.whole() : e;
        }
    }

    private Format format(String text) throws BindException {
        return new FormatParser(binding).ofHttp(words.line().position()).parse(text);
    }

    private byte[] read(String name) throws BindException {
        var most = binding.declared().all().bufferSize();
        try {
            var path = binding.folder().resolve(name);
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes(most + 1);
                if (bytes.length <= most) return bytes;
                // What is no file, such as a device, has no size.
                var size = Math.max(bytes.length, Files.size(path));
                throw new BindException("file '" + name + "' exceeds the buffer size (" + size + " > " + most + ").");
            }
        } catch (IOException | InvalidPathException e) {
            throw new BindException("error opening file '" + name + "'");
        }
    }
}
