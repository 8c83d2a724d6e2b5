package headway.operate.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What the operator is told on standard error, and by which way. */
class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final ArrayList<String> taken = new ArrayList<>();

    @Test
    void linesOfOperationTakeTheWayOnWhichNobodyWaits() {
        var console = Console.ofProcess(err, 7, "v", "haproxy");
        console.later(Console.Severity.NOTICE, "before");
        console.operate(taken::add);
        console.later(Console.Severity.WARNING, "Server b/s is DOWN.");
        console.alert("cannot go on");
        assertThat(taken).containsExactly("[WARNING]  (7) : Server b/s is DOWN.");
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "[NOTICE]   (7) : before",
                        "[NOTICE]   (7) : haproxy version is v",
                        "[NOTICE]   (7) : path to executable is haproxy",
                        "[ALERT]    (7) : cannot go on");
    }

    @Test
    void silencedOneSaysNothingOnEitherWay() {
        var console = Console.ofProcess(err, 7, "v", "haproxy");
        console.operate(taken::add);
        console.silence();
        console.later(Console.Severity.WARNING, "Server b/s is DOWN.");
        assertThat(taken).isEmpty();
        assertThat(bytes.size()).isZero();
    }

    @Test
    void oneThatIsNoProcesssIsWrittenToAsItIs() {
        var console = new Console(err, 7, "v", "haproxy");
        console.operate(taken::add);
        console.later(Console.Severity.WARNING, "Server b/s is DOWN.");
        assertThat(taken).isEmpty();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("[WARNING]  (7) : Server b/s is DOWN." + System.lineSeparator());
    }
}
