package headway.operate.api;

import headway.base.text.Nearest;
import headway.language.model.StatsSocket.Level;
import java.util.ArrayList;
import java.util.List;

/** The list of commands, in HAProxy's form. */
final class Help {
    private static final List<String> ALWAYS = List.of("help", "prompt", "quit");

    private Help() {}

    /** {@code help}, or {@code help} and the beginning of a command. */
    static String all(Level level, String words) {
        return "The following commands are valid at this level:\n"
                + lines(words.isEmpty() ? usable(level) : near(level, words));
    }

    /** The reply to what is no command. */
    static String unknown(Level level, String words) {
        if (words.isEmpty())
            return "Unknown command. Please enter one of the following commands only:\n" + lines(usable(level));
        return "Unknown command: '" + words + "', but maybe one of the following ones is a better match:\n"
                + lines(near(level, words));
    }

    private static List<Command> usable(Level level) {
        return Commands.all().stream().filter(c -> c.isFor(level)).toList();
    }

    /** What begins with the same words; failing that, the nearest by letters; and in any case how to go on. */
    private static List<Command> near(Level level, String words) {
        var usable = usable(level);
        var found = new ArrayList<Command>();
        for (var command : usable) if (begins(command, words)) found.add(command);
        if (found.isEmpty())
            Nearest.to(words, usable.stream().map(Command::name).toList())
                    .ifPresent(name ->
                            usable.stream().filter(c -> c.name().equals(name)).forEach(found::add));
        for (var command : usable) if (ALWAYS.contains(command.name()) && !found.contains(command)) found.add(command);
        return found;
    }

    private static boolean begins(Command command, String words) {
        if (command.name().startsWith(words)) return true;
        var first = words.split(" ", 2)[0];
        return command.name().startsWith(first + " ") || words.startsWith(command.name() + " ");
    }

    private static String lines(List<Command> commands) {
        var text = new StringBuilder();
        for (var command : commands) text.append("  %-40s: %s%n".formatted(command.usage(), command.summary()));
        return text.toString();
    }
}
