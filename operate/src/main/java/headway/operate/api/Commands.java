package headway.operate.api;

import headway.language.known.KnownNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands, and which of HAProxy's are still to come. */
public final class Commands {
    private Commands() {}

    /** By subject; the three that go on with a session last, as HAProxy lists them. */
    static List<Command> all() {
        var all = new ArrayList<Command>();
        all.addAll(StatCommands.TABLE);
        all.addAll(ServerCommands.TABLE);
        all.addAll(EventCommands.TABLE);
        all.addAll(GeneralCommands.TABLE);
        return all;
    }

    /** The names, for the list of what is supported; where HAProxy counts arguments as names, so do these. */
    public static List<String> names() {
        var names = new ArrayList<String>();
        for (var command : all())
            switch (command.name()) {
                case "set server" -> ServerCommands.CHANGES.forEach(word -> names.add("set server <b>/<s> " + word));
                case "set timeout" -> names.add("set timeout cli");
                case "clear counters" -> names.addAll(List.of("clear counters", "clear counters all"));
                default -> names.add(command.name());
            }
        return names;
    }

    /** The command that these words begin with, the one with the longest name; null when there is none. */
    static @Nullable Command find(List<String> words) {
        Command best = null;
        for (var command : all()) {
            var name = List.of(command.name().split(" "));
            if (name.size() > words.size() || !name.equals(words.subList(0, name.size()))) continue;
            if (best == null || command.name().length() > best.name().length()) best = command;
        }
        return best;
    }

    /** The name of HAProxy's command that these words begin with, null when there is none; a placeholder like {@code <b>/<s>} stands for any word. */
    static @Nullable String pending(List<String> words) {
        String best = null;
        for (var known : KnownNames.CLI_COMMANDS.names())
            if (matches(known.split(" "), words) && (best == null || known.length() > best.length())) best = known;
        return best;
    }

    private static boolean matches(String[] name, List<String> words) {
        if (name.length > words.size()) return false;
        for (var i = 0; i < name.length; i++)
            if (!name[i].startsWith("<") && !name[i].equals(words.get(i))) return false;
        return true;
    }
}
