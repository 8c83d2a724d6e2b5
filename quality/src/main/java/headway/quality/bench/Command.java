package headway.quality.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that runs to its end, or is started and left running. */
record Command(List<String> words) {
    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** The same, bound to one core. {@code taskset} becomes the command, so the process id is the command's. */
    static Command on(int core, String... words) {
        List<String> all = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
        all.addAll(List.of(words));
        return new Command(List.copyOf(all));
    }

    /** Runs it and gives all it wrote. */
    String output() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Starts it with its output in a file. */
    Process start(File output, String... environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output);
        for (String pair : environment) {
            int equals = pair.indexOf('=');
            builder.environment().put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return builder.start();
    }

    /** Ends a started process, politely first. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
