package headway.app;

import static org.assertj.core.api.Assertions.assertThat;

import headway.operate.log.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Under which word or part of a word the carets of {@code -c} stand, and what the message says at its end. */
final class CaretTest {
    private static final String BEFORE = """
            global
             expose-experimental-directives
            defaults
             mode http
             timeout client 1s
             timeout server 1s
             timeout connect 1s
            listen l
             bind 127.0.0.1:8080
             server s 127.0.0.1:8081
            """;

    @TempDir
    private Path folder;

    /** Of a line: what is wrong in it, marked below it, and the end of the message. */
    private record Case(String line, String marks, String end) {}

    /** Cases of three lines, an empty line between them. */
    private static List<Case> cases() throws IOException {
        try (var in = CaretTest.class.getResourceAsStream("carets.txt")) {
            if (in == null) throw new IOException("carets.txt");
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"))
                    .map(text -> text.strip().split("\n", 3))
                    .map(lines -> new Case(lines[0], lines[1], lines[2]))
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsMarked() throws IOException {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.line, () -> check(c)));
    }

    private void check(Case wrong) throws IOException, InterruptedException {
        var told = told(BEFORE + wrong.line + "\n").lines().toList();
        var at = told.indexOf(
                told.stream().filter(l -> l.startsWith("[ALERT]")).findFirst().orElseThrow());
        assertThat(told.get(at)).endsWith(wrong.end);
        var label = told.get(at + 1).indexOf(wrong.line);
        assertThat(told.get(at + 2).substring(label)).isEqualTo(wrong.marks);
    }

    private String told(String text) throws IOException, InterruptedException {
        var file = folder.resolve("t.cfg");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        var errors = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Program(new Console(errors, 7, "v", "haproxy"), errors, errors, "haproxy")
                .run(new String[] {"-c", "-f", file.toString()});
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
