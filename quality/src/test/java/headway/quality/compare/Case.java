package headway.quality.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One comparison: what it shows, the lines of its section of the configuration, and the script of both sides. */
record Case(String name, String shows, List<String> configuration, List<Step> steps) {
    Case {
        configuration = List.copyOf(configuration);
        steps = List.copyOf(steps);
    }

    /** All cases of all {@code *.case} files of a folder, in the order of their names. */
    static List<Case> allIn(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".case")).sorted().toList()) {
                read(Files.readAllLines(file), cases);
            }
        }
        return cases;
    }

    /** Its section: a listen of its name with one server, unless it brings servers of its own. */
    String section() {
        StringBuilder text = new StringBuilder("\nlisten " + name + "\n    bind 127.0.0.1:@" + name + "@\n");
        text.append(
                configuration.contains("mode tcp") ? "    log-format \"%f %ts\"\n" : "    log-format \"%f %ST %ts\"\n");
        configuration.forEach(line -> text.append("    ").append(line).append('\n'));
        if (configuration.stream().noneMatch(line -> line.startsWith("server ") || line.equals("#no server"))) {
            text.append("    server s 127.0.0.1:@").append(serverPort()).append("@\n");
        }
        return text.toString();
    }

    /** There are no heads to wait for. */
    boolean isTcp() {
        return configuration.contains("mode tcp")
                && configuration.stream().noneMatch(line -> line.contains("switch-mode"));
    }

    String serverPort() {
        return name + "-server";
    }

    private static void read(List<String> lines, List<Case> into) {
        String name = "";
        String shows = "";
        List<String> configuration = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("=== ")) {
                add(name, shows, configuration, steps, into);
                name = line.substring(4).strip();
                configuration.clear();
                steps.clear();
            } else if (line.startsWith("# ")) {
                shows = line.substring(2);
            } else if (line.startsWith("config: ")) {
                configuration.add(line.substring(8));
            } else if (line.startsWith(">>>") || line.startsWith("<<<")) {
                steps.add(Step.of(line));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("case " + name + " does not understand: " + line);
            }
        }
        add(name, shows, configuration, steps, into);
    }

    private static void add(String name, String shows, List<String> configuration, List<Step> steps, List<Case> into) {
        if (!name.isEmpty()) {
            into.add(new Case(name, shows, configuration, steps));
        }
    }
}
