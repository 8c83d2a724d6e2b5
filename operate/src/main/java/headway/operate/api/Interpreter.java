package headway.operate.api;

import headway.language.known.KnownNames;
import headway.operate.api.Command.Call;
import java.util.ArrayList;
import java.util.List;

/** Understands a line: commands apart, words apart, and runs them in order. */
final class Interpreter {
    private final Instance instance;
    private final Session session;

    Interpreter(Instance instance, Session session) {
        this.instance = instance;
        this.session = session;
    }

    /**
     * Runs the commands of a line.
     *
     * @param payload for the last of them, empty when there is none
     * @return all replies, each with the empty line that ends it
     */
    String run(String line, String payload) {
        var replies = new StringBuilder();
        var commands = apart(line);
        for (var i = 0; i < commands.size() && !session.isOver() && !session.follows(); i++) {
            var reply = reply(words(commands.get(i)), i == commands.size() - 1 ? payload : "");
            // The empty line comes when the client has seen enough.
            if (session.isOver() || session.follows()) break;
            replies.append(reply);
            if (!reply.isEmpty() && !reply.endsWith("\n")) replies.append('\n');
            replies.append('\n');
        }
        return replies.toString();
    }

    private String reply(List<String> words, String payload) {
        if (words.isEmpty()) return Help.unknown(session.level(), "");
        var command = Commands.find(words);
        var pending = Commands.pending(words);
        // "set timeout" is there and "set timeout cli" is what HAProxy's list has; "show table" is in the list alone.
        if (command == null) {
            if (pending != null) return notYet(pending);
            return Help.unknown(session.level(), String.join(" ", words));
        }
        if (!command.isFor(session.level())) return "Permission denied";
        var arguments = words.subList(command.name().split(" ").length, words.size());
        try {
            return command.action().run(new Call(instance, session, List.copyOf(arguments), payload));
        } catch (CommandException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String notYet(String command) {
        return "'" + command + "' is known, but not there yet." + KnownNames.CLI_COMMANDS.waiting(command);
    }

    /** Semicolons part commands; a backslash takes their meaning away. */
    private static List<String> apart(String line) {
        var commands = new ArrayList<String>();
        var from = 0;
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') i++;
            else if (line.charAt(i) == ';') {
                commands.add(line.substring(from, i));
                from = i + 1;
            }
        }
        // HAProxy: nothing behind the last semicolon is no command, an empty line is one.
        if (from < line.length() || commands.isEmpty()) commands.add(line.substring(from));
        return commands;
    }

    /** Blanks part words; a backslash makes the next character an ordinary one. */
    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var inWord = false;
        for (var i = 0; i < command.length(); i++) {
            var c = command.charAt(i);
            if (c == ' ' || c == '\t') {
                if (inWord) words.add(word.toString());
                word.setLength(0);
                inWord = false;
                continue;
            }
            inWord = true;
            if (c == '\\' && i + 1 < command.length()) c = command.charAt(++i);
            word.append(c);
        }
        if (inWord) words.add(word.toString());
        return words;
    }
}
