package headway.app;

import headway.language.predicate.ConditionException;
import headway.language.predicate.Conditional;
import headway.language.predicate.Facts;
import headway.language.syntax.Environment;
import headway.operate.log.Console;
import java.util.HashSet;

/** {@code -cc}: evaluates a condition as configurations have it behind {@code .if}. */
final class ConditionCheck {
    private static final int TRUE = 0;
    private static final int FALSE = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private ConditionCheck() {}

    static int run(CommandLine line, Console console) {
        var condition = line.value(Option.CONDITION, "");
        try {
            return Conditional.holdsLine(condition, facts(line), Environment.of(System.getenv(), VersionText.VERSION))
                    ? TRUE
                    : FALSE;
        } catch (ConditionException e) {
            console.alert("config : Failed to evaluate condition: " + e.getMessage());
            return NOT_UNDERSTOOD;
        }
    }

    /** What this program can do on this machine, less what the command line switches off. */
    static Facts facts(CommandLine line) {
        var all = Facts.all();
        var enabled = new HashSet<>(all.enabled());
        if (!VersionText.isLinux()) enabled.remove("EPOLL");
        for (var option : line.given()) {
            switch (option) {
                case NO_EPOLL -> enabled.remove("EPOLL");
                case NO_POLL -> enabled.remove("POLL");
                case NO_SPLICE -> enabled.remove("SPLICE");
                case NO_GETADDRINFO -> enabled.remove("GETADDRINFO");
                case NO_REUSE_PORT -> enabled.remove("REUSEPORT");
                case NO_FAST_FORWARD -> enabled.remove("FAST-FORWARD");
                case NO_SERVER_VERIFY -> enabled.add("SERVER-SSL-VERIFY-NONE");
                default -> {}
            }
        }
        return new Facts(all.version(), all.features(), enabled, all.tlsLibrary());
    }
}
