package headway.operate.api;

import static headway.language.model.StatsSocket.Level.OPERATOR;
import static headway.operate.api.Command.command;

import headway.operate.api.Command.Call;
import java.util.List;

/** Commands about what is kept in memory for who looks on. */
final class EventCommands {
    static final List<Command> TABLE = List.of(command(
            "show events", "[<sink>] [-w] [-n] [-0]", "show event sink state", OPERATOR, EventCommands::events));

    private static final String LISTED =
            "Supported events sinks are listed below. Add -0(zero), -w(wait), -n(new). Any key to stop\n";

    private EventCommands() {}

    private static String events(Call call) throws CommandException {
        var rings = call.instance().rings();
        var sink = call.argument(0);
        if (sink.isEmpty()) return LISTED + rings.described();
        if (sink.equals("stdout") || sink.equals("stderr"))
            throw new CommandException("Nothing to report for this sink");
        if (!rings.has(sink)) throw new CommandException("No such event sink");
        var waits = false;
        var onlyNew = false;
        var end = "\n";
        for (var word : call.arguments().subList(1, call.arguments().size())) {
            if (!word.matches("-[wn0]+")) throw new CommandException("unknown option");
            waits |= word.indexOf('w') > 0;
            onlyNew |= word.indexOf('n') > 0;
            if (word.indexOf('0') > 0) end = "\0";
        }
        var chosen = new Chosen(sink, end, onlyNew);
        if (waits) call.session().follow(wake -> chosen.open(call.instance(), wake));
        return waits ? "" : chosen.now(call.instance());
    }

    /** What is asked for. */
    private record Chosen(String sink, String end, boolean onlyNew) {
        private String now(Instance instance) {
            try (var tail = instance.rings().tail(sink, end, () -> {})) {
                return onlyNew ? "" : tail.take();
            }
        }

        private Follower open(Instance instance, Runnable wake) {
            var tail = instance.rings().tail(sink, end, wake);
            if (onlyNew) tail.skipAll();
            return new Follower() {
                @Override
                public String next() {
                    return tail.take();
                }

                @Override
                public void close() {
                    tail.close();
                }
            };
        }
    }
}
