package headway.traffic.stream;

import headway.base.memory.Buffers;
import headway.http.BodyFraming;
import headway.http.Head;
import headway.http.HeadFlag;
import headway.language.rule.Reply;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;
import headway.wire.h1.ErrorPages;
import headway.wire.h1.H1Reader;
import headway.wire.h1.H1Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered for a status: the program's own page, an error file, a redirect, or what {@code http-error} says. Made at load. */
final class Page {
    static final Text CONTINUE = Text.of("Continue");
    static final Text EARLY_HINTS = Text.of("Early Hints");
    static final Text FOUND = Text.of("Found");

    /** Statuses after which nothing sensible can follow on the connection, since where the next request begins is not known. */
    private static final List<Integer> CLOSING = List.of(400, 408);

    private final int status;
    private final @Nullable Head prepared;
    private final Text body;
    private final @Nullable Reply reply;

    private Page(int status, @Nullable Head prepared, Text body, @Nullable Reply reply) {
        this.status = status;
        this.prepared = prepared;
        this.body = body;
        this.reply = reply;
    }

    /** As {@code http-error} describes it. */
    static Page of(int status, Reply reply) {
        return new Page(status, null, Text.of(""), reply.isSilence() ? null : reply);
    }

    /** The program's own page. */
    static Page of(ErrorPages page) {
        var head = new Head();
        page.fill(head);
        return new Page(page.status(), head, new Text(page.bodyAt(), page.bodyLength()), null);
    }

    /** From a whole response as an error file holds it; without content the client gets nothing. */
    static Page parse(int status, byte[] response) throws PageException {
        if (response.length == 0) return new Page(status, null, Text.of(""), null);
        var at = Buffers.constant(response);
        var head = new Head();
        var reader = new H1Reader(H1Settings.STRICT);
        reader.response(0, false);
        var length = reader.read(head, at, response.length);
        if (length <= 0) throw new PageException("unable to parse headers");
        var body = new Text(at + length, response.length - length);
        if (body.length() > 0 && Reply.isBodiless(head.status()))
            throw new PageException("message payload not expected");
        if (head.framing() == BodyFraming.CHUNKED) throw new PageException("chunk-encoded payload not supported");
        if (head.framing() == BodyFraming.LENGTH && head.contentLength() != body.length())
            throw new PageException("payload size does not match the announced content-length (" + body.length()
                    + " != " + head.contentLength() + ")");
        return new Page(status, head, body, null);
    }

    /** The client is to get nothing at all. */
    boolean isSilent() {
        return prepared == null && reply == null;
    }

    boolean closes() {
        return CLOSING.contains(status) || endsByClose() || prepared != null && prepared.is(HeadFlag.CLOSE) && isNew();
    }

    /** An error file without Content-Length goes out as it is, and the connection's end is the body's. */
    boolean endsByClose() {
        return prepared != null && prepared.framing() == BodyFraming.UNTIL_CLOSE;
    }

    /** In HTTP/1.0 a close is what holds without a word, so that its absence says nothing. */
    private boolean isNew() {
        return prepared != null && prepared.version() >= 11;
    }

    /** Copies it into the head that is going out, so that rules may edit that one. */
    boolean fill(Scope scope, Head head, Sample content) {
        if (reply != null) return reply.fill(scope, head, content);
        var page = prepared;
        if (page == null) return false;
        head.clear();
        head.version(page.version());
        head.response(page.status(), page.reasonAt(), page.reasonLength());
        for (var i = 0; i < page.fields(); i++) {
            head.received(
                    page.id(i),
                    page.nameAt(i),
                    page.nameLength(i),
                    page.valueAt(i),
                    page.valueLength(i),
                    page.lineLength(i));
        }
        return content.text(body.at(), body.length());
    }
}
