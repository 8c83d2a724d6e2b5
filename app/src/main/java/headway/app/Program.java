package headway.app;

import headway.app.demo.Demo;
import headway.operate.log.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** Does what the command line asks for. */
final class Program {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private final Console console;
    private final PrintStream out;
    private final PrintStream err;
    private final String launcher;

    /**
     * @param launcher the path under which the program was started
     */
    Program(Console console, PrintStream out, PrintStream err, String launcher) {
        this.console = console;
        this.out = out;
        this.err = err;
        this.launcher = launcher;
    }

    /** Returns the exit code. */
    int run(String... arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("demo")) {
            return demo(List.of(arguments).subList(1, arguments.length));
        }
        try {
            return run(CommandLineReader.read(arguments));
        } catch (CommandLineException e) {
            var message = String.valueOf(e.getMessage());
            if (e.isOfUsage()) usage(message);
            else console.alert(message);
            return FAILED;
        }
    }

    private int demo(List<String> words) throws InterruptedException {
        if (words.isEmpty() || words.equals(List.of("--once"))) return new Demo(this::run, out).run(!words.isEmpty());
        console.alert("'demo' takes nothing but '--once', which ends it after the table (got '"
                + String.join(" ", words) + "').");
        return FAILED;
    }

    private int run(CommandLine line) throws InterruptedException, CommandLineException {
        if (line.has(Option.QUIET)) console.silence();
        if (version(line)) return DONE;
        if (line.value(Option.POISON, "").contains("help")) {
            out.print(
                    "Memory debugging: buffers are poisoned when they are released while assertions are on (java -ea).\n");
            return DONE;
        }
        if (line.has(Option.CONDITION)) return ConditionCheck.run(line, console);
        refuseWhatIsLater(line);
        if (line.files().isEmpty()) throw CommandLineException.ofUsage("there is no configuration file: -f names it.");
        var format = line.value(Option.FORMAT, "text");
        if (!Set.of("text", "json").contains(format) || format.equals("json") && !line.has(Option.CHECK))
            throw new CommandLineException("'--format' takes 'text' or 'json', and 'json' goes with -c");
        return new Start(line, console, out, launcher).run();
    }

    /** The first of these that is there. */
    private boolean version(CommandLine line) {
        if (line.has(Option.VERSION_LONG)) out.print(VersionText.all());
        else if (line.has(Option.VERSION)) out.print(VersionText.head());
        else if (line.has(Option.VERSION_ONLY)) out.print(VersionText.VERSION + "\n");
        else if (line.has(Option.VERSION_SHORT)) out.print(VersionText.shortVersion() + "\n");
        else if (line.has(Option.VERSION_BRANCH)) out.print(VersionText.branch() + "\n");
        else return false;
        return true;
    }

    private void refuseWhatIsLater(CommandLine line) throws CommandLineException {
        var isMaster = line.has(Option.MASTER_WORKER) || line.has(Option.MASTER_WORKER_NOTIFY);
        for (var option : line.given()) {
            if (option.standing() != Option.Standing.LATER) continue;
            // HAProxy: without a master its socket is a warning; and /dev/null stands for no old process.
            if (option == Option.MASTER_SOCKET && !isMaster)
                console.warning(
                        "config : a master CLI socket was defined, but master-worker mode (-W) is not enabled.");
            else if (option != Option.OLD_SOCKETS || !line.value(option, "").equals("/dev/null"))
                throw new CommandLineException(
                        "'" + option.word() + "' is known, but not there yet: " + option.summary() + ".");
        }
    }

    private void usage(String why) {
        out.print(VersionText.head());
        out.flush();
        err.print("haproxy: " + why + "\n");
        err.print(Usage.text());
    }
}
