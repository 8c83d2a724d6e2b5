package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.FieldName;
import headway.http.Head;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class H1HeadWriterTest {
    private final Reading reading = new Reading();
    private final int out = new Buffers().take(4096).at();

    @Test
    void anEditedFieldIsWrittenBetweenUntouchedOnes() {
        var head = read("GET / HTTP/1.1\\r\\na: 1\\r\\nhost: h\\r\\nc: 3\\r\\nd: 4\\r\\n\\r\\n");
        head.value(1, constant("other"), 5);
        head.remove(2);
        assertThat(written(head, null)).isEqualTo("GET / HTTP/1.1\\r\\na: 1\\r\\nhost: other\\r\\nd: 4\\r\\n\\r\\n");
    }

    @Test
    void addedFieldsComeLast() {
        var head = read("GET / HTTP/1.1\\r\\nhost: h\\r\\n\\r\\n");
        head.add(FieldName.X_FORWARDED_FOR, constant("127.0.0.1"), 9);
        head.add(0, constant("x-b"), 3, constant(""), 0);
        assertThat(written(head, null))
                .isEqualTo("GET / HTTP/1.1\\r\\nhost: h\\r\\nx-forwarded-for: 127.0.0.1\\r\\nx-b: \\r\\n\\r\\n");
    }

    @Test
    void namesAreSpelledAsTheAdjustmentsSay() {
        var adjust = new CaseAdjust(Map.of("host", "HoSt", "x-a", "X-A", "content-length", "Content-Length"));
        var head = read("GET / HTTP/1.1\\r\\nhost: h\\r\\nx-a: 1\\r\\nx-b: 2\\r\\n\\r\\n");
        assertThat(written(head, adjust)).isEqualTo("GET / HTTP/1.1\\r\\nHoSt: h\\r\\nX-A: 1\\r\\nx-b: 2\\r\\n\\r\\n");
    }

    @Test
    void itFitsExactlyOrNotAtAll() {
        for (var text :
                new String[] {"GET / HTTP/1.1\\r\\nhost: h\\r\\nB:2\\r\\n\\r\\n", "GET /x HTTP/1.1\\r\\n\\r\\n"}) {
            var head = read(text);
            var length = H1HeadWriter.write(head, out, 4096, null);
            assertThat(H1HeadWriter.write(head, out, length, null)).isEqualTo(length);
            for (var less = 0; less < length; less++) {
                Slab.putByte(out + less, (byte) 0x55);
                assertThat(H1HeadWriter.write(head, out, less, null))
                        .as("%d of %d", less, length)
                        .isEqualTo(-1);
                assertThat(Slab.byteAt(out + less)).as("byte behind the room").isEqualTo((byte) 0x55);
            }
        }
    }

    @Test
    void aResponseFitsExactlyOrNotAtAll() {
        var head = new Head();
        head.clear();
        head.version(11);
        head.response(503, constant("Service Unavailable"), 19);
        var length = H1HeadWriter.write(head, out, 4096, null);
        assertThat(Escaped.text(Slab.bytes(out, length))).isEqualTo("HTTP/1.1 503 Service Unavailable\\r\\n\\r\\n");
        assertThat(H1HeadWriter.write(head, out, length, null)).isEqualTo(length);
        for (var less = 0; less < length; less++) {
            Slab.putByte(out + less, (byte) 0x55);
            assertThat(H1HeadWriter.write(head, out, less, null)).isEqualTo(-1);
            assertThat(Slab.byteAt(out + less)).isEqualTo((byte) 0x55);
        }
    }

    private Head read(String text) {
        assertThat(reading.whole(Reading.Kind.REQUEST, Escaped.bytes(text))).doesNotStartWith("refused");
        return reading.head;
    }

    private String written(Head head, @Nullable CaseAdjust adjust) {
        return Escaped.text(Slab.bytes(out, H1HeadWriter.write(head, out, 4096, adjust)));
    }

    private static int constant(String text) {
        return Buffers.constant(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
