package headway.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headway demo} as a process. Its ports are fixed: who has them taken skips this. */
class DemoTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void theTableShowsTheTurnsOfEachModeAndNoFileIsLeft() throws Exception {
        var process = start("demo", "--once");
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assumeThat(said()).doesNotContain("is in use");
        assertThat(said())
                .contains("    http  127.0.0.1:9090   1 2 3 1 2 3 1       2     4\n")
                .contains("    tcp   127.0.0.1:9091   1 1 1 1 1 1 1       2     2\n")
                .contains("    auto  127.0.0.1:9092   1 2 3 1 2 3 1       2     4\n");
        assertThat(process.exitValue()).isZero();
        assertThat(temporary()).isEmpty();
    }

    @Test
    void whatIsInterruptedLeavesNoFileEither() throws Exception {
        var process = start("demo");
        try {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (process.isAlive() && !said().contains("Ctrl-C") && System.nanoTime() < deadline) Thread.sleep(20);
            assumeThat(said()).doesNotContain("is in use");
            assertThat(said()).contains("listen nodes_auto").contains("Ctrl-C ends it.");
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(temporary()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String... words) throws IOException {
        Files.createDirectory(folder.resolve("tmp"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                "headway.app.Main"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"));
    }

    private List<Path> temporary() throws IOException {
        try (var files = Files.list(folder.resolve("tmp"))) {
            return files.toList();
        }
    }
}
