package headway.app;

import headway.operate.process.ProcessOptions;
import headway.operate.process.ProcessOptions.Switch;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command line, understood.
 *
 * @param given the options that are there; of {@code -q} and {@code -V} the last
 * @param values their arguments; of one that is repeated the last
 * @param files of {@code -f} and {@code --}, in order
 * @param finish processes of {@code -sf}
 * @param terminate processes of {@code -st}
 */
record CommandLine(
        Set<Option> given, Map<Option, String> values, List<Path> files, List<Long> finish, List<Long> terminate) {
    CommandLine {
        given = Set.copyOf(given);
        values = Map.copyOf(values);
        files = List.copyOf(files);
        finish = List.copyOf(finish);
        terminate = List.copyOf(terminate);
    }

    boolean has(Option option) {
        return given.contains(option);
    }

    String value(Option option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    int number(Option option) {
        return Integer.parseInt(value(option, "0"));
    }

    /** What {@code -dC} hashes names with; 0 when they stay. */
    long key() {
        return Long.parseLong(value(Option.DUMP_CONFIGURATION, "0"));
    }

    /** What the running process must know of it. */
    ProcessOptions processOptions(String hostName) {
        var switches = EnumSet.noneOf(Switch.class);
        for (var option : given) {
            switch (option) {
                case DEBUG -> switches.add(Switch.DEBUG);
                case NO_EPOLL -> switches.add(Switch.NO_EPOLL);
                case NO_POLL -> switches.add(Switch.NO_POLL);
                case NO_SPLICE -> switches.add(Switch.NO_SPLICE);
                case NO_FAST_FORWARD -> switches.add(Switch.NO_FAST_FORWARD);
                case NO_ZERO_COPY -> switches.add(Switch.NO_ZERO_COPY);
                case NO_REUSE_PORT -> switches.add(Switch.NO_REUSE_PORT);
                case NO_GETADDRINFO -> switches.add(Switch.NO_GETADDRINFO);
                case IGNORE_UNRESOLVED -> switches.add(Switch.IGNORE_UNRESOLVED);
                case NO_SERVER_VERIFY -> switches.add(Switch.NO_SERVER_VERIFY);
                case POISON -> switches.add(Switch.POISON_MEMORY);
                case DIAGNOSE -> switches.add(Switch.DIAGNOSE);
                case ZERO_WARNING -> switches.add(Switch.ZERO_WARNING);
                case IPV4_ONLY -> switches.add(Switch.IPV4_ONLY);
                default -> {}
            }
        }
        return new ProcessOptions(
                number(Option.CONNECTIONS),
                number(Option.PROXY_CONNECTIONS),
                number(Option.MEGABYTES),
                value(Option.PEER, hostName),
                switches);
    }
}
