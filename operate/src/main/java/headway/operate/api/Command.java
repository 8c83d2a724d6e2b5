package headway.operate.api;

import headway.base.catalog.Keyword;
import headway.language.model.StatsSocket.Level;
import java.util.List;

/**
 * A command of the runtime API.
 *
 * @param name the words that it begins with
 * @param usage name and arguments as {@code help} shows them
 * @param level what a socket must be configured for
 */
record Command(String name, String usage, String summary, Level level, Action action) implements Keyword {
    /** What a command does. */
    @FunctionalInterface
    interface Action {
        /**
         * @return the reply, lines that each end in a newline; empty when there is nothing to say
         */
        String run(Call call) throws CommandException;
    }

    /**
     * One call of a command.
     *
     * @param arguments the words behind the command's name
     * @param payload what came behind {@code <<}, else empty
     */
    record Call(Instance instance, Session session, List<String> arguments, String payload) {
        /** The argument at that place, empty when there is none. */
        String argument(int index) {
            return index < arguments.size() ? arguments.get(index) : "";
        }
    }

    static Command command(String name, String arguments, String summary, Level level, Action action) {
        return new Command(name, arguments.isEmpty() ? name : name + " " + arguments, summary, level, action);
    }

    @Override
    public List<String> examples() {
        return List.of(name);
    }

    boolean isFor(Level other) {
        return other.compareTo(level) >= 0;
    }
}
