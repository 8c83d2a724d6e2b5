package headway.traffic.action;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import headway.base.memory.Slab;
import headway.http.Head;
import headway.language.condition.Condition;
import headway.language.model.ErrorGroup;
import headway.language.model.ErrorReply;
import headway.language.rule.Progress;
import headway.language.rule.Reply;
import headway.language.rule.RuleSet;
import headway.language.sample.BindException;
import headway.language.sample.Place;
import headway.language.sample.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies and patterns that come from files. */
final class ReplyFilesTest {
    @TempDir
    private Path folder;

    private final Rules rules = new Rules();

    private String file(String text) throws IOException {
        var file = Files.createTempFile(folder, "file", ".txt");
        Files.writeString(file, text);
        return file.toString();
    }

    private Reply reply(String rule) throws BindException {
        var progress = new Progress();
        progress.begin();
        new RuleSet(List.of(rules.rule(rule))).run(new ExampleScope("GET /p HTTP/1.1", rules.names), progress);
        if (progress.reply == null) throw new AssertionError("no reply");
        return progress.reply;
    }

    private String text(Reply reply) throws BindException {
        var head = new Head();
        var body = new Sample();
        assertThat(reply.fill(new ExampleScope("GET /p HTTP/1.1", rules.names), head, body))
                .isTrue();
        var text = new StringBuilder(head.status() + " " + Slab.text(head.reasonAt(), head.reasonLength()));
        for (var i = 0; i < head.fields(); i++) {
            text.append('|').append(Slab.text(head.nameAt(i), head.nameLength(i)));
            text.append(": ").append(Slab.text(head.valueAt(i), head.valueLength(i)));
        }
        return text + "|" + Slab.text(body.at, body.length);
    }

    @Test
    void fieldsStandWhereHaproxyHasThem() throws BindException {
        assertThat(text(reply("http-request deny status 401 content-type text/plain string hello hdr x-why no")))
                .isEqualTo("401 Unauthorized|x-why: no|content-length: 5|content-type: text/plain|hello");
        assertThat(text(reply("http-request return status 204"))).isEqualTo("204 No Content|");
        assertThat(text(reply("http-request redirect location /x clear-cookie B")))
                .isEqualTo(
                        "302 Found|content-length: 0|location: /x|cache-control: no-cache|set-cookie: B; path=/; Max-Age=0;|");
        assertThat(text(reply("http-request redirect location /x code 301")))
                .isEqualTo("301 Moved Permanently|content-length: 0|location: /x|");
    }

    @Test
    void errorFileIsAWholeResponse() throws IOException, BindException {
        var file = file(
                "HTTP/1.0 503 Gone Fishing\r\nCache-Control: no-cache\r\nContent-Length: 99\r\nX-A: b\r\n\r\nbody\r\n");
        assertThat(text(reply("http-request return status 200 errorfile " + file)))
                .isEqualTo("503 Gone Fishing|content-length: 6|cache-control: no-cache|x-a: b|body\r\n");
    }

    @Test
    void emptyErrorFileIsSilence() throws IOException, BindException {
        assertThat(reply("http-request deny errorfile " + file("")).isSilence()).isTrue();
    }

    @Test
    void errorFileThatIsNoResponseIsRefused() throws IOException {
        assertThat(rules.refusal("http-request return errorfile " + file("hello")))
                .contains("it does not begin like a response");
        assertThat(rules.refusal("http-request return errorfile " + file("HTTP/1.1 200 OK\nA: b\n")))
                .contains("its head does not end");
        for (var status : List.of("204 No Content", "304 Not Modified")) {
            var file = file("HTTP/1.1 " + status + "\r\n\r\nbody");
            assertThat(rules.refusal("http-request return status 503 errorfile " + file))
                    .contains("'" + file + "': message payload not expected");
        }
    }

    @Test
    void aTypeOfAnEmptyPayloadIsWarnedOf() throws IOException, BindException {
        reply("http-request return content-type a/b lf-file " + file(""));
        assertThat(rules.warnings()).isEmpty();
        reply("http-request return content-type a/b file " + file(""));
        reply("http-request return content-type c/d");
        assertThat(rules.warnings())
                .containsExactly(
                        "content-type 'a/b' ignored by the http reply when used with an empty payload.",
                        "content-type 'c/d' ignored by the http reply because neither errorfile nor payload defined.");
    }

    @Test
    void aGroupOfErrorFilesIsAskedForTheStatus() throws BindException {
        var content = "HTTP/1.1 403 Mine\r\n\r\nno\r\n".getBytes(StandardCharsets.ISO_8859_1);
        var file = new ErrorReply.File(Position.NOWHERE, 403, "403.http", content);
        rules.errors.put("site", new ErrorGroup(Position.NOWHERE, "site", Map.of(403, file)));
        assertThat(text(reply("http-request deny errorfiles site"))).isEqualTo("403 Mine|content-length: 4|no\r\n");
        assertThat(reply("http-request deny deny_status 404 errorfiles site").isProxyPage())
                .isTrue();
        assertThat(rules.warnings())
                .contains("status '404' referenced by an http reply not declared in http-errors section 'site'.");
        assertThat(rules.refusal("http-request return status 403 errorfiles sit"))
                .contains("unknown http-errors section 'sit' referenced by an http reply");
        assertThat(rules.refusal("http-request return status 206 errorfiles site"))
                .contains("status code '206' not handled by default with 'errorfiles' argument.");
    }

    @Test
    void whatAnErrorFileMakesUselessIsWarnedOfInHaproxysWords() throws IOException, BindException {
        var file = file("HTTP/1.1 403 Mine\r\n\r\n");
        reply("http-request deny errorfile " + file + " hdr a b content-type a/b");
        assertThat(rules.warnings())
                .contains(
                        "content-type 'a/b' ignored by the http reply when used with an erorrfile.",
                        "hdr parameters ignored by the http reply when used with an erorrfile.");
    }

    @Test
    void fileIsABodyAndAFormatOfOneIsEvaluated() throws IOException, BindException {
        assertThat(text(reply("http-request return content-type a/b file " + file("100%[x"))))
                .endsWith("|content-length: 6|content-type: a/b|100%[x");
        assertThat(text(reply("http-request return content-type a/b lf-file " + file("path=%[path]"))))
                .endsWith("|content-type: a/b|path=/p");
        assertThat(text(reply("http-request return file " + file("")))).isEqualTo("200 OK|content-length: 0|");
    }

    @Test
    void plainDenyMeansThePageAndAStatusAloneAnEmptyAnswer() throws BindException {
        assertThat(reply("http-request deny deny_status 404").isProxyPage()).isTrue();
        assertThat(text(reply("http-request deny status 404"))).isEqualTo("404 Not Found|content-length: 0|");
        assertThat(reply("http-request deny status 404 default-errorfiles").isProxyPage())
                .isTrue();
    }

    @Test
    void patternsOfAFileAreItsLines() throws IOException, BindException {
        var file = file("# remark\n/a\n\n  /b\n #/c\n/e  \n");
        var condition = rules.condition(Place.HTTP_REQUEST, "{ url -f " + file + " /d }");
        for (var path : List.of("/a", "/b", "#/c", "/d")) {
            assertThat(condition.test(new ExampleScope("GET " + path + " HTTP/1.1", rules.names)))
                    .as(path)
                    .isEqualTo(Condition.YES);
        }
        // Watched: blanks before a pattern do not count, those behind it do.
        for (var path : List.of("/c", "/e")) {
            assertThat(condition.test(new ExampleScope("GET " + path + " HTTP/1.1", rules.names)))
                    .as(path)
                    .isEqualTo(Condition.NO);
        }
    }
}
