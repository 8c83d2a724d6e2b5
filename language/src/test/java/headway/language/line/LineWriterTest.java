package headway.language.line;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Lines as they are written. */
class LineWriterTest {
    private final LineWriter out = new LineWriter(ZoneOffset.UTC);
    private final int area = Buffers.reserve(4096);

    /** Each byte in each place of a word of eight, and behind the last whole word. */
    @Test
    void everyByteIsEscapedOrNotWhereverItStands() {
        for (var value = 0; value < 256; value++) {
            for (var place = 0; place < 11; place++) {
                var bytes = "abcdefghijk".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                bytes[place] = (byte) value;
                var plain = value >= 0x20 && value < 0x7f && value != '"' && value != '#';
                var shown = plain ? String.valueOf((char) value) : "#%02X".formatted(value);
                out.begin(area, 4096);
                out.escaped(Buffers.constant(bytes), bytes.length);
                assertThat(text())
                        .isEqualTo("abcdefghijk".substring(0, place) + shown + "abcdefghijk".substring(place + 1));
            }
        }
    }

    @Test
    void whatDoesNotFitIsCutBetweenTwoEscapes() {
        out.begin(area, 10);
        var bytes = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9};
        out.escaped(Buffers.constant(bytes), bytes.length);
        assertThat(text()).isEqualTo("#01#02#03");
        assertThat(out.isCut()).isTrue();
    }

    @Test
    void separatorsMergeAndNoneBegins() {
        out.begin(area, 100);
        out.separator();
        out.text("a");
        out.separator();
        out.separator();
        out.text("b");
        out.separator();
        assertThat(text()).isEqualTo("a b ");
    }

    @Test
    void aDateIsTheSameTheSecondTimeAndInAnotherSecond() {
        var kolkata = new LineWriter(ZoneId.of("Asia/Kolkata"));
        kolkata.begin(area, 200);
        kolkata.date(1_795_407_845_581L);
        kolkata.character('|');
        kolkata.date(1_795_407_845_002L);
        kolkata.character('|');
        kolkata.date(1_795_407_846_000L);
        kolkata.character('|');
        kolkata.zonedDate(1_795_407_845_581L, false);
        kolkata.character('|');
        kolkata.zonedDate(1_795_407_845_581L, true);
        assertThat(Slab.text(kolkata.at(), kolkata.length()))
                .isEqualTo(
                        "23/Nov/2026:09:54:05.581|23/Nov/2026:09:54:05.002|23/Nov/2026:09:54:06.000|23/Nov/2026:09:54:05 +0530|23/Nov/2026:04:24:05 +0000");
    }

    @Test
    void numbersAreWrittenWithAllTheirDigitsAndCutWhereTheyDoNotFit() {
        var power = 1L;
        for (var i = 0; i < 18; i++, power *= 10) {
            for (var number : new long[] {power - 1, power, power + 1, -power, power * 7 + 3}) {
                out.begin(area, 4096);
                out.number(number);
                out.character('|');
                out.padded(Math.abs(number), 19);
                assertThat(text()).isEqualTo(number + "|" + "%019d".formatted(Math.abs(number)));
            }
        }
        out.begin(area, 9);
        out.padded(7, 4);
        out.padded(12345, 3);
        out.padded(5, 3);
        assertThat(text()).isEqualTo("0007345");
        assertThat(out.isCut()).isTrue();
    }

    /** Up to the limit, and not a byte beyond it. */
    @Test
    void copiesOfAnyLengthAreWholeOrCutAtTheLimit() {
        var bytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var from = Buffers.constant(bytes);
        for (var length = 0; length <= bytes.length; length++) {
            for (var room = Math.max(0, length - 9); room < length + 10; room++) {
                Slab.putByte(area + room, (byte) '!');
                out.begin(area, room);
                out.copy(from, length);
                assertThat(text()).isEqualTo(Slab.text(from, Math.min(room, length)));
                assertThat(out.isCut()).isEqualTo(room < length);
                assertThat(Slab.byteAt(area + room)).isEqualTo((byte) '!');
            }
        }
    }

    @Test
    void hexadecimalHasAtLeastSoManyDigits() {
        out.begin(area, 100);
        out.hexadecimal(0xa, 4);
        out.character(' ');
        out.hexadecimal(0x6b03bfe5L, 4);
        out.character(' ');
        out.hexadecimal(-1, 2);
        assertThat(text()).isEqualTo("000A 6B03BFE5 FFFFFFFFFFFFFFFF");
    }

    private String text() {
        return Slab.text(out.at(), out.length());
    }
}
