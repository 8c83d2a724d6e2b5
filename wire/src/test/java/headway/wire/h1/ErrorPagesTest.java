package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.Head;
import headway.http.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPagesTest {
    @ParameterizedTest
    @EnumSource(ErrorPages.class)
    void theRawMessageIsAValidResponseWithTheSameBody(ErrorPages page) {
        var head = new Head();
        var reader = new H1Reader(H1Settings.STRICT);
        reader.response(1, false);
        var copy = new Buffers().take(4096).at();
        Slab.copy(page.messageAt(), copy, page.messageLength());
        var length = reader.read(head, copy, page.messageLength());
        assertThat(head.status()).isEqualTo(page.status());
        assertThat(head.contentLength()).isEqualTo(page.bodyLength());
        assertThat(page.messageLength() - length).isEqualTo(page.bodyLength());
        assertThat(Slab.text(copy + length, page.bodyLength())).isEqualTo(Slab.text(page.bodyAt(), page.bodyLength()));
    }

    @ParameterizedTest
    @EnumSource(Violation.class)
    void everyViolationHasAPage(Violation violation) {
        assertThat(ErrorPages.of(violation).status()).isEqualTo(violation.status());
    }

    @ParameterizedTest
    @EnumSource(Violation.class)
    void theRefusalSaysWhatWasWrongAndByWhichRule(Violation violation) {
        var copy = new Buffers().take(4096).at();
        var length = RefusalPages.messageLength(violation);
        Slab.copy(RefusalPages.messageAt(violation), copy, length);
        var head = new Head();
        var reader = new H1Reader(H1Settings.STRICT);
        reader.response(1, false);
        var headLength = reader.read(head, copy, length);
        assertThat(head.status()).isEqualTo(violation.status());
        assertThat(head.contentLength()).isEqualTo(length - headLength);
        assertThat(Slab.text(copy + headLength, length - headLength))
                .contains(violation.sentence())
                .contains(violation.rule());
    }

    @Test
    void aReplyOfAStreamHasNamesInLowerCaseAndNothingAboutTheConnection() {
        var head = new Head();
        ErrorPages.BAD_REQUEST.fill(head);
        var out = new Buffers().take(4096).at();
        var text = Slab.text(out, H1HeadWriter.write(head, out, 4096, null));
        assertThat(text)
                .isEqualTo("HTTP/1.1 400 Bad request\r\ncontent-length: " + ErrorPages.BAD_REQUEST.bodyLength()
                        + "\r\ncache-control: no-cache\r\ncontent-type: text/html\r\n\r\n");
    }

    @Test
    void onlyRefusalsThatAlwaysCloseSaySoInTheRawMessage() {
        for (var page : ErrorPages.values()) {
            var raw = Slab.text(page.messageAt(), page.messageLength());
            assertThat(raw.contains("Connection: close"))
                    .as(page.name())
                    .isEqualTo(page.status() == 400 || page.status() == 408);
        }
    }

    @Test
    void anUnknownStatusHasNoPage() {
        assertThat(ErrorPages.of(299)).isNull();
    }
}
