package headway.language.table;

import headway.language.draft.BindDraft;
import headway.language.draft.GlobalDraft;
import headway.language.draft.GlobalDraft.Flag;
import headway.language.draft.GlobalDraft.Number;
import headway.language.draft.GlobalDraft.Text;
import headway.language.draft.GlobalDraft.Time;
import headway.language.model.StatsSocket;
import headway.language.syntax.Mistake;
import java.util.List;

/** {@code global}: what an operator meets, logs and the runtime API. */
final class OperatorTable {
    static final List<Directive<GlobalDraft>> TABLE = List.of(
            Entry.<GlobalDraft>entry("log", "A receiver of log lines for all proxies with log global.")
                    .in(Section.ONLY_GLOBAL)
                    .example("log 127.0.0.1:514 local0", "log stderr len 4096 local0 debug")
                    .no((global, words) -> LogTargets.clear(global.logs, words))
                    .reads(LogTargets.FORM, (global, words) -> global.logs.add(LogTargets.read(words))),
            Entry.<GlobalDraft>entry("log-tag", "The tag of log lines instead of the program's name.")
                    .in(Section.ONLY_GLOBAL)
                    .example("log-tag front")
                    .takes(Forms.word("tag"), (global, tag) -> global.set(Text.LOG_TAG, tag)),
            Entry.<GlobalDraft>entry("log-send-hostname", "The machine's name goes into log lines, or the one given.")
                    .in(Section.ONLY_GLOBAL)
                    .example("log-send-hostname lb1")
                    .reads("[<name>]", (global, words) -> {
                        var name = words.next();
                        words.end();
                        global.set(Text.LOG_HOST, name);
                    }),
            Entry.<GlobalDraft>entry("stats socket", "An address at which the runtime API listens.")
                    .in(Section.ONLY_GLOBAL)
                    .example("stats socket /run/headway.sock level admin mode 600")
                    .reads("<address> [options]", OperatorTable::socket),
            Entry.<GlobalDraft>entry("stats timeout", "How long a connection to the runtime API may be idle.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("stats timeout 10s")
                    .example("stats timeout 1m")
                    .takes(Forms.time(), (global, nanos) -> global.set(Time.STATS, nanos)),
            Entry.<GlobalDraft>entry("stats maxconn", "How many connections to the runtime API there may be.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("stats maxconn 10")
                    .example("stats maxconn 5")
                    .reads("<number>", OperatorTable::connections),
            Entry.<GlobalDraft>entry(
                            "stats calculate-max-counters",
                            "Whether statistics tell the highest values there have been.")
                    .in(Section.ONLY_GLOBAL)
                    .unset("stats calculate-max-counters on")
                    .example("stats calculate-max-counters off")
                    .reads("[on|off]", OperatorTable::maxima));

    private OperatorTable() {}

    private static void maxima(GlobalDraft global, Arguments words) throws Mistake {
        var on = words.takes("on");
        if (!on && !words.takes("off")) throw words.mistake("'" + words.keyword() + "' expects either 'on' or 'off'.");
        words.end();
        global.set(Flag.STATS_MAXIMA, on);
    }

    private static void socket(GlobalDraft global, Arguments words) throws Mistake {
        if (!words.has())
            throw words.mistake("'stats socket' in global section expects an address or a path to a UNIX socket");
        var bind = new BindDraft(words.position(), SocketAddresses.toListenOn(words.next(), words));
        OptionReader.read(
                words.reading().tables().bind(),
                bind,
                words,
                new OptionReader.Titles("'stats socket'", "stats socket"));
        global.sockets.add(new StatsSocket(bind.done(), bind.level, bind.exposesListeners));
    }

    private static void connections(GlobalDraft global, Arguments words) throws Mistake {
        var word = words.next();
        var isNumber = !word.isEmpty() && word.length() < 10 && word.chars().allMatch(Character::isDigit);
        if (!isNumber || Integer.parseInt(word) == 0) throw words.mistake("'stats maxconn' expects a positive value");
        words.end();
        global.set(Number.STATS_CONNECTIONS, Integer.parseInt(word));
    }
}
