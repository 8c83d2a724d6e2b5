package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every state of the readers with every byte that can come next: what is awaited, what ends the message, and by which name the rest is refused. */
class StateTableTest {
    private final Reading heads = new Reading();
    private final BodyReading bodies = new BodyReading();

    @TestFactory
    Stream<DynamicTest> everyByteInEveryState() {
        return HeadCase.all("states.txt").stream()
                .map(c -> DynamicTest.dynamicTest(
                        c.toString(),
                        () -> assertThat(outcomes(c.words(), c.bytes())).isEqualTo(c.expected())));
    }

    String outcomes(String kind, byte[] before) {
        var outcomes = new LinkedHashMap<String, StringBuilder>();
        var last = "";
        for (var b = 0; b < 256; b++) {
            var bytes = Arrays.copyOf(before, before.length + 1);
            bytes[before.length] = (byte) b;
            var outcome = outcome(kind, bytes);
            var list = outcomes.computeIfAbsent(outcome, _ -> new StringBuilder());
            if (!outcome.equals(last)) list.append(list.isEmpty() ? "" : " ").append(name(b));
            else if (b == 255 || !outcome.equals(outcome(kind, next(bytes))))
                list.append('-').append(name(b));
            last = outcome;
        }
        var text = new StringBuilder();
        outcomes.forEach((outcome, list) -> text.append(text.isEmpty() ? "" : "; ")
                .append(outcome)
                .append(": ")
                .append(list));
        return text.toString();
    }

    private static byte[] next(byte[] bytes) {
        var next = bytes.clone();
        next[next.length - 1]++;
        return next;
    }

    private String outcome(String kind, byte[] bytes) {
        var chunks = kind.equals("chunked");
        var text = chunks
                ? bodies.inPieces(kind, bytes, bytes.length)
                : heads.whole(Reading.Kind.of(kind.contains("response"), kind), bytes);
        if (text.endsWith("more")) return "more";
        var refused = text.indexOf("refused: ");
        return refused < 0 ? "complete" : text.substring(refused + 9, text.indexOf(' ', refused + 9));
    }

    private static String name(int b) {
        return b > ' ' && b < 0x7f ? String.valueOf((char) b) : String.format("%02x", b);
    }
}
