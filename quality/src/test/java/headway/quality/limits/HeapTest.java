package headway.quality.limits;

import static org.assertj.core.api.Assertions.assertThat;

import headway.testkit.Binary;
import headway.testkit.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A map that the heap has no room for ends in a sentence, not in a stack trace. */
class HeapTest {
    private static final String FILE = """
            defaults
                mode http
                timeout connect 5s
                timeout client 20s
                timeout server 20s
            frontend f
                bind 127.0.0.1:1
                http-request set-var(txn.a) path,map_beg(huge.map)
            """;

    @Test
    void whatTheHeapHasNoRoomForIsAnError() throws IOException, InterruptedException {
        try (var lab = new Lab()) {
            Files.writeString(
                    lab.folder().resolve("huge.map"),
                    IntStream.range(0, 1_000_000)
                            .mapToObj(i -> "host" + i + ".example.org value" + i + "\n")
                            .collect(Collectors.joining()));
            Files.writeString(lab.folder().resolve("huge.cfg"), FILE);
            var builder = new ProcessBuilder(Binary.headway().path().toString(), "-c", "-f", "huge.cfg")
                    .directory(lab.folder().toFile())
                    .redirectErrorStream(true);
            builder.environment().put("HEADWAY_JVM_OPTIONS", "-Xmx32m");
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(said.lines().toList())
                    .hasSize(3)
                    .last()
                    .asString()
                    .matches("\\[ALERT]    \\(\\d+\\) : config : "
                            + "the configuration and its files need more memory than the \\d+ MB that the heap may have; "
                            + "HEADWAY_JVM_OPTIONS=-Xmx\\d+m would give more\\.");
        }
    }
}
