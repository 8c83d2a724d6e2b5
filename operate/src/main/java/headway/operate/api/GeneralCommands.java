package headway.operate.api;

import static headway.language.model.StatsSocket.Level.ADMIN;
import static headway.language.model.StatsSocket.Level.OPERATOR;
import static headway.language.model.StatsSocket.Level.USER;
import static headway.operate.api.Command.command;

import headway.base.units.Duration;
import headway.language.model.StatsSocket.Level;
import headway.operate.api.Command.Call;
import headway.operate.api.Session.Mode;
import headway.operate.stats.AddressWords;
import headway.traffic.counter.RateLimit;
import java.util.List;
import java.util.Locale;

/** Commands about the session and the process. */
final class GeneralCommands {
    static final List<Command> TABLE = List.of(
            command("help", "[<command>]", "list matching or all commands", USER, call -> {
                var words = String.join(" ", call.arguments());
                return Help.all(call.session().level(), words);
            }),
            command(
                    "prompt",
                    "[help | n | i | p | timed]*",
                    "change how the session goes on",
                    USER,
                    GeneralCommands::prompt),
            command("quit", "", "disconnect", USER, call -> {
                call.session().end();
                return "";
            }),
            command("echo", "<text>", "print text", USER, call -> String.join(" ", call.arguments()) + "\n"),
            command("user", "", "lower the level of the current session to user", USER, call -> lower(call, USER)),
            command(
                    "operator",
                    "",
                    "lower the level of the current session to operator",
                    OPERATOR,
                    call -> lower(call, OPERATOR)),
            command("set timeout", "[cli] <delay>", "change a timeout of the session", USER, GeneralCommands::timeout),
            command(
                    "set rate-limit connections global",
                    "<value>",
                    "change how many connections are accepted in a second",
                    ADMIN,
                    call -> rate(call, call.instance().vitals().tally().connectionLimit)),
            command(
                    "set rate-limit sessions global",
                    "<value>",
                    "change how many sessions begin in a second",
                    ADMIN,
                    call -> rate(call, call.instance().vitals().tally().sessionLimit)),
            command(
                    "show cli level",
                    "",
                    "show the level of the current session",
                    USER,
                    call -> call.session().level().name().toLowerCase(Locale.ROOT) + "\n"),
            command("show cli sockets", "", "list the sockets of the runtime API", OPERATOR, GeneralCommands::sockets),
            command(
                    "show env",
                    "[var]",
                    "show the variables of the environment",
                    OPERATOR,
                    GeneralCommands::environment),
            command("show startup-logs", "", "show what was said while it started", OPERATOR, call -> {
                var lines = call.instance().startupLog();
                return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
            }),
            command(
                    "show version",
                    "",
                    "show the version of the process",
                    USER,
                    call -> call.instance().vitals().name().version() + "\n"));

    private GeneralCommands() {}

    /** Without an argument it goes round between a prompt and one line only. */
    private static String prompt(Call call) throws CommandException {
        var session = call.session();
        if (call.arguments().isEmpty()) session.mode(session.mode() == Mode.PROMPT ? Mode.SINGLE : Mode.PROMPT);
        for (var word : call.arguments()) {
            switch (word) {
                case "n" -> session.mode(Mode.SINGLE);
                case "i" -> session.mode(Mode.SILENT);
                case "p" -> session.mode(Mode.PROMPT);
                case "timed" -> {
                    session.timed(!session.isTimed());
                    session.mode(Mode.PROMPT);
                }
                default -> throw new CommandException("Usage: prompt [help | n | i | p | timed]*");
            }
        }
        return "";
    }

    private static String lower(Call call, Level level) {
        call.session().lower(level);
        return "";
    }

    private static String timeout(Call call) throws CommandException {
        if (!call.argument(0).equals("cli")) throw new CommandException("'set timeout' only supports 'cli'.");
        if (!(Duration.parse(call.argument(1), Duration.Unit.SECOND) instanceof Duration.Of(var nanos)) || nanos == 0)
            throw new CommandException("Invalid timeout value.");
        call.session().timeoutNanos(nanos);
        return "";
    }

    private static String rate(Call call, RateLimit limit) throws CommandException {
        if (call.argument(0).isEmpty()) throw new CommandException("Expects an integer value.");
        try {
            var value = Integer.parseInt(call.argument(0));
            if (value < 0) throw new CommandException("Value out of range.");
            limit.limit(value);
            return "";
        } catch (NumberFormatException e) {
            throw new CommandException("'" + call.argument(0) + "' is not a number.");
        }
    }

    private static String sockets(Call call) {
        var text = new StringBuilder("# socket lvl processes\n");
        for (var socket : call.instance().sockets()) {
            var level = socket.level().name().toLowerCase(Locale.ROOT);
            for (var address : socket.bind().addresses())
                text.append(AddressWords.socket(address))
                        .append(' ')
                        .append(level)
                        .append(" all\n");
        }
        return text.toString();
    }

    private static String environment(Call call) throws CommandException {
        var variables = call.instance().global().environment();
        var name = call.argument(0);
        if (!name.isEmpty()) {
            if (!variables.containsKey(name)) throw new CommandException("Variable not found");
            return name + "=" + variables.get(name) + "\n";
        }
        var text = new StringBuilder();
        variables.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }
}
