package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.http.BodyFraming;
import headway.http.FieldName;
import headway.http.Head;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class H1BodyTest {
    private final BodyReading reading = new BodyReading();

    @TestFactory
    Stream<DynamicTest> bodiesAreReadAsTheTableSays() {
        return HeadCase.all("bodies.txt").stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c)));
    }

    private void check(HeadCase c) {
        var bytes = c.bytes();
        assertThat(reading.inPieces(c.words(), bytes, bytes.length)).isEqualTo(c.expected());
        for (var split = 0; split < bytes.length; split += bytes.length > 2000 ? 331 : 1) {
            assertThat(reading.inPieces(c.words(), bytes, split, bytes.length))
                    .as("split at %d", split)
                    .isEqualTo(c.expected());
        }
        if (bytes.length > 2000) return;
        var everyByte = IntStream.rangeClosed(1, bytes.length).toArray();
        assertThat(reading.inPieces(c.words(), bytes, everyByte))
                .as("byte by byte")
                .isEqualTo(c.expected());
    }

    @Test
    void theLastPieceOfALengthSaysThatNoMoreFollows() {
        reading.inPieces("length 4", Escaped.bytes("abcd"), 2);
        assertThat(reading.lastPieceSaidMore()).isTrue();
        reading.inPieces("length 4", Escaped.bytes("abcd"), 2, 4);
        assertThat(reading.lastPieceSaidMore()).isFalse();
    }

    @Test
    void whatWasSplicedCountsAsRead() {
        var body = new H1Body(H1Settings.STRICT);
        var head = new Head();
        head.framing(BodyFraming.LENGTH, 10);
        body.begin(head);
        assertThat(body.opaque()).isEqualTo(10);
        body.skip(4);
        assertThat(body.opaque()).isEqualTo(6);
        body.skip(6);
        assertThat(body.isComplete()).isTrue();
        assertThat(body.opaque()).isZero();
    }

    @Test
    void chunksCannotBeSpliced() {
        var body = new H1Body(H1Settings.STRICT);
        var head = new Head();
        head.framing(BodyFraming.CHUNKED, 0);
        body.begin(head);
        assertThat(body.opaque()).isZero();
    }

    @Test
    void aReaderServesOneBodyAfterAnother() {
        var body = new H1Body(H1Settings.STRICT);
        var at = new Buffers().take(1024).at();
        var head = new Head();
        head.framing(BodyFraming.CHUNKED, 0);
        body.begin(head);
        Slab.put(at, "x".getBytes(StandardCharsets.US_ASCII));
        body.read(at, 1, reading);
        assertThat(body.violation()).isNotNull();
        head.framing(BodyFraming.LENGTH, 1);
        body.begin(head);
        assertThat(body.violation()).isNull();
        assertThat(body.read(at, 1, reading)).isEqualTo(1);
        assertThat(body.isComplete()).isTrue();
    }

    @Test
    void sizesOfChunksAreWrittenInCapitalsWithoutLeadingZeros() {
        assertThat(header(1)).isEqualTo("1\\r\\n");
        assertThat(header(15)).isEqualTo("F\\r\\n");
        assertThat(header(16)).isEqualTo("10\\r\\n");
        assertThat(header(0xABCDE)).isEqualTo("ABCDE\\r\\n");
        assertThat(header(Integer.MAX_VALUE)).isEqualTo("7FFFFFFF\\r\\n");
    }

    @Test
    void theLastChunkCarriesTheTrailersOrDoesNotFit() {
        var at = new Buffers().take(1024).at();
        var value = Buffers.constant("Mon".getBytes(StandardCharsets.US_ASCII));
        var trailers = new Head();
        trailers.add(FieldName.DATE, value, 3);
        var length = H1Chunks.writeLast(at, 100, trailers);
        assertThat(Escaped.text(Slab.bytes(at, length))).isEqualTo("0\\r\\ndate: Mon\\r\\n\\r\\n");
        assertThat(H1Chunks.writeLast(at, length, trailers)).isEqualTo(length);
        assertThat(H1Chunks.writeLast(at, length - 1, trailers)).isEqualTo(-1);
        assertThat(H1Chunks.writeLast(at, 5, null)).isEqualTo(5);
        assertThat(H1Chunks.writeLast(at, 4, null)).isEqualTo(-1);
    }

    private static String header(int size) {
        var at = new Buffers().take(1024).at();
        var length = H1Chunks.writeHeader(at, size);
        assertThat(length).isLessThanOrEqualTo(H1Chunks.LONGEST_HEADER);
        return Escaped.text(Slab.bytes(at, length));
    }
}
