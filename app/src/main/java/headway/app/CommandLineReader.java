package headway.app;

import headway.base.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the command line from left to right, as HAProxy does: a word that is no option is nothing but a mistake. */
final class CommandLineReader {
    private final String[] words;
    private final Set<Option> given = EnumSet.noneOf(Option.class);
    private final Map<Option, String> values = new EnumMap<>(Option.class);
    private final List<Path> files = new ArrayList<>();
    private final List<Long> finish = new ArrayList<>();
    private final List<Long> terminate = new ArrayList<>();
    private int at;

    private CommandLineReader(String[] words) {
        this.words = words;
    }

    /**
     * @throws CommandLineException with what is wrong
     */
    static CommandLine read(String... words) throws CommandLineException {
        return new CommandLineReader(words).all();
    }

    private CommandLine all() throws CommandLineException {
        while (at < words.length) {
            var word = words[at++];
            var option = Option.of(word).orElseThrow(() -> unknown(word));
            option(option, word.substring(option.word().length()));
        }
        return new CommandLine(given, values, files, finish, terminate);
    }

    private static CommandLineException unknown(String word) {
        if (!word.startsWith("-"))
            return CommandLineException.ofUsage("'" + word + "' is no option. Did you mean '-f " + word + "' maybe ?");
        var near = Nearest.to(word, Stream.of(Option.values()).map(Option::word).toList());
        return CommandLineException.ofUsage("unknown option '" + word + "'."
                + near.map(n -> " Did you mean '" + n + "' maybe ?").orElse(""));
    }

    private void option(Option option, String attached) throws CommandLineException {
        given.add(option);
        if (option.takesNext()) {
            if (at == words.length)
                throw CommandLineException.ofUsage("'" + option.word() + "' expects " + option.argument() + ".");
            values.put(option, words[at++]);
        } else if (!attached.isEmpty()) values.put(option, attached);
        switch (option) {
            case FILE -> file(Objects.requireNonNull(values.get(option)));
            case FILES -> rest();
            case QUIET -> given.remove(Option.VERBOSE);
            case VERBOSE -> given.remove(Option.QUIET);
            case FINISH -> processes(option, finish);
            case TERMINATE -> processes(option, terminate);
            case CONNECTIONS, PROXY_CONNECTIONS, MEGABYTES -> number(option);
            case DUMP_CONFIGURATION -> {
                if (!attached.isEmpty()) number(option);
            }
            case MASTER_SOCKET, OLD_SOCKETS -> {}
            default -> {}
        }
    }

    private void rest() throws CommandLineException {
        while (at < words.length) file(words[at++]);
    }

    private void file(String name) throws CommandLineException {
        try {
            files.add(Path.of(name));
        } catch (InvalidPathException e) {
            throw new CommandLineException(
                    "config : Cannot open configuration file/directory " + name + " : " + e.getReason());
        }
    }

    /** The list ends at the next option; it may be empty, since it is made by {@code $(cat pidfile)}. */
    private void processes(Option option, List<Long> into) throws CommandLineException {
        while (at < words.length && !words[at].startsWith("-")) {
            for (var number : words[at++].trim().split("\\s+")) {
                if (number.isEmpty()) continue;
                if (!number.matches("[0-9]{1,18}") || Long.parseLong(number) == 0)
                    throw new CommandLineException(
                            option.word() + " option: some bytes unconsumed in PID list {" + number + "}");
                into.add(Long.parseLong(number));
            }
        }
    }

    private void number(Option option) throws CommandLineException {
        var text = values.getOrDefault(option, "");
        if (!text.matches("[0-9]{1,9}"))
            throw new CommandLineException(
                    "'" + text + "' after " + option.word() + " is not a number from 0 to 999999999");
    }
}
