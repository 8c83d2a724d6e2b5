package headway.operate.api;

import static headway.language.model.StatsSocket.Level.ADMIN;
import static headway.language.model.StatsSocket.Level.OPERATOR;
import static headway.language.model.StatsSocket.Level.USER;
import static headway.operate.api.Command.command;

import headway.operate.api.Command.Call;
import headway.operate.stats.InfoReport;
import headway.operate.stats.StatReport;
import headway.operate.stats.StatReport.Form;
import headway.operate.stats.StatReport.Wanted;
import java.util.List;

/** Commands about what is counted. */
final class StatCommands {
    static final List<Command> TABLE = List.of(
            command("show info", "[desc|json|typed|float]*", "report about the process", USER, StatCommands::info),
            command(
                    "show stat",
                    "[<proxy> <types> <server>] [desc|json|no-maint|typed|up]*",
                    "report counters of proxies and servers",
                    USER,
                    StatCommands::stat),
            command("clear counters", "[all]", "clear the maxima, or all counters", OPERATOR, StatCommands::clear),
            command("clear counters server", "<bk>/<srv> [force]", "clear the counters of one server", ADMIN, call -> {
                call.instance().server(call.argument(0)).tally().clear();
                return "Server counters cleared.\n";
            }));

    private StatCommands() {}

    /** The clock that {@code Loop.nanos()} reads. */
    private static long now() {
        return System.nanoTime();
    }

    private static String info(Call call) {
        var form = Form.CSV;
        var described = false;
        for (var word : call.arguments()) {
            switch (word) {
                case "typed" -> form = Form.TYPED;
                case "json" -> form = Form.JSON;
                case "desc" -> described = true;
                // HAProxy takes no offence at other words; "float" changes nothing in what is there.
                default -> {}
            }
        }
        return InfoReport.text(call.instance().vitals(), now(), form, described);
    }

    private static String stat(Call call) throws CommandException {
        var form = Form.CSV;
        var described = false;
        var up = false;
        var noMaint = false;
        for (var word : call.arguments()) {
            switch (word) {
                case "typed" -> form = Form.TYPED;
                case "json" -> form = Form.JSON;
                case "desc" -> described = true;
                case "up" -> up = true;
                case "no-maint" -> noMaint = true;
                default -> {}
            }
        }
        var wanted = selected(call, new Wanted(form, -1, -1, -1, up, noMaint, described));
        return call.instance().report().text(wanted, now());
    }

    /** A proxy's number or name, the kinds as a sum, a server's number; all three or none. */
    private static Wanted selected(Call call, Wanted all) throws CommandException {
        if (call.arguments().size() < 3 || !isNumber(call.argument(1)) || !isNumber(call.argument(2))) return all;
        return new Wanted(
                all.form(),
                proxy(call),
                Integer.parseInt(call.argument(1)),
                Integer.parseInt(call.argument(2)),
                all.onlyUp(),
                all.noMaint(),
                all.described());
    }

    private static int proxy(Call call) throws CommandException {
        var text = call.argument(0);
        for (var figures : call.instance().proxies())
            if (figures.proxy().name().equals(text)) return figures.proxy().id();
        if (isNumber(text)) return Integer.parseInt(text);
        throw new CommandException("No such proxy.");
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,9}");
    }

    private static String clear(Call call) throws CommandException {
        var all = call.argument(0).equals("all");
        if (all && call.session().level() != ADMIN) throw new CommandException("Permission denied");
        StatReport report = call.instance().report();
        report.clear(call.instance().vitals().tally(), all);
        return "";
    }
}
