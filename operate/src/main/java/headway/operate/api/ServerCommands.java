package headway.operate.api;

import static headway.language.model.StatsSocket.Level.ADMIN;
import static headway.language.model.StatsSocket.Level.OPERATOR;
import static headway.language.model.StatsSocket.Level.USER;
import static headway.operate.api.Command.command;

import headway.language.known.KnownNames;
import headway.language.model.Balance;
import headway.operate.api.Command.Call;
import headway.traffic.server.Server;
import java.util.List;

/** Commands about servers. Their states are changed by {@link headway.traffic.server.StateChanges}, which any thread may ask. */
final class ServerCommands {
    /** What {@code set server} can change so far. */
    static final List<String> CHANGES = List.of("state", "weight");

    private static final int HEAVIEST = 256;

    static final List<Command> TABLE = List.of(
            command("set server", "<bk>/<srv> [opts]", "change a server's state or weight", ADMIN, ServerCommands::set),
            command("enable server", "<bk>/<srv>", "end a server's maintenance", ADMIN, call -> {
                var server = call.instance().server(call.argument(0));
                server.group().changes().ready(server);
                return "";
            }),
            command("disable server", "<bk>/<srv>", "take a server into maintenance", ADMIN, call -> {
                var server = call.instance().server(call.argument(0));
                server.group().changes().maint(server);
                return "";
            }),
            command("get weight", "<bk>/<srv>", "report a server's weight", USER, call -> {
                var server = call.instance().server(call.argument(0));
                return server.state().weight() + " (initial " + server.line().weight() + ")\n";
            }),
            command(
                    "set weight",
                    "<bk>/<srv> <weight>[%]",
                    "change a server's weight",
                    ADMIN,
                    call -> weigh(call, call.instance().server(call.argument(0)), call.argument(1))),
            command(
                    "publish backend",
                    "<backend>",
                    "let other proxies lead to a backend",
                    OPERATOR,
                    call -> publish(call, true)),
            command(
                    "unpublish backend",
                    "<backend>",
                    "keep other proxies from leading to a backend",
                    OPERATOR,
                    call -> publish(call, false)),
            command("show backend", "", "list the backends", USER, ServerCommands::backends),
            command(
                    "show servers conn",
                    "[<backend>]",
                    "show the connections to servers",
                    OPERATOR,
                    call -> ServerTables.connections(call.instance(), call.argument(0))),
            command(
                    "show servers state",
                    "[<backend>]",
                    "show what servers are up to",
                    USER,
                    call -> ServerTables.states(call.instance(), call.argument(0))));

    private ServerCommands() {}

    private static String publish(Call call, boolean yes) throws CommandException {
        if (call.argument(0).isEmpty()) throw new CommandException("Require a backend name.");
        var group = call.instance().servers(call.argument(0));
        if (group == null) throw new CommandException("No such backend.");
        group.published(yes);
        return "";
    }

    private static String set(Call call) throws CommandException {
        var server = call.instance().server(call.argument(0));
        return switch (call.argument(1)) {
            case "state" -> state(server, call.argument(2));
            case "weight" -> weigh(call, server, call.argument(2));
            case "addr",
                    "agent",
                    "agent-addr",
                    "agent-port",
                    "agent-send",
                    "check-addr",
                    "check-port",
                    "fqdn",
                    "health",
                    "name",
                    "ssl" ->
                throw new CommandException(
                        "'set server <bk>/<srv> " + call.argument(1) + "' is known, but not there yet."
                                + KnownNames.CLI_COMMANDS.waiting("set server <b>/<s> " + call.argument(1)));
            default ->
                throw new CommandException(
                        "usage: set server <backend>/<server> addr | agent | agent-addr | agent-port | agent-send | check-addr | check-port | fqdn | health | ssl | state | weight");
        };
    }

    private static String state(Server server, String word) throws CommandException {
        var changes = server.group().changes();
        switch (word) {
            case "ready" -> changes.ready(server);
            case "drain" -> changes.drain(server);
            case "maint" -> changes.maint(server);
            default -> throw new CommandException("'set server <srv> state' expects 'ready', 'drain' and 'maint'.");
        }
        return "";
    }

    private static String weigh(Call call, Server server, String text) throws CommandException {
        if (text.isEmpty()) throw new CommandException("Require <weight> or <weight%>.");
        var relative = text.endsWith("%");
        var digits = relative ? text.substring(0, text.length() - 1) : text;
        if (!digits.matches("-?[0-9]{1,6}"))
            throw new CommandException("Empty weight string empty or preceded by garbage");
        var number = Integer.parseInt(digits);
        var initial = server.line().weight();
        if (relative && number < 0) throw new CommandException("Relative weight must be positive.");
        var weight = relative ? initial * number / 100 : number;
        if (relative) weight = Math.min(weight, HEAVIEST);
        else if (weight < 0 || weight > HEAVIEST)
            throw new CommandException("Absolute weight can only be between 0 and 256 inclusive.");
        if (isStatic(call, server) && weight != 0 && weight != initial)
            throw new CommandException(
                    "Backend is using a static LB algorithm and only accepts weights '0%' and '100%'.");
        server.group().changes().weight(server, weight);
        return "";
    }

    /** The table of {@code static-rr} is made at load and not again. */
    private static boolean isStatic(Call call, Server server) {
        return call.instance().proxies().stream()
                .filter(f -> f.back() != null && f.proxy().name().equals(server.backend()))
                .anyMatch(f -> f.proxy().back().balance() instanceof Balance.StaticRoundRobin);
    }

    private static String backends(Call call) {
        var text = new StringBuilder("# name\n");
        for (var figures : call.instance().proxies())
            if (figures.back() != null) text.append(figures.proxy().name()).append('\n');
        return text.toString();
    }
}
