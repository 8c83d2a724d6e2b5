package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.NUMBER;
import static headway.language.sample.AliasEntry.Known.AT_END;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;
import static headway.traffic.alias.Facts.growing;
import static headway.traffic.alias.Facts.number;

import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Restriction;
import headway.traffic.account.Durations;
import java.util.List;

/** How long it took, in milliseconds; -1 for what was not reached. */
final class TimerAliases {
    private static final String TIMES =
            "acceptedNanos=1000 handshakeNanos=1001 idleSinceNanos=1000 requestStartNanos=1003 requestEndNanos=1007"
                    + " queueLeftNanos=1015 connectedNanos=1031 responseHeadNanos=1063 endedNanos=1127";

    static final List<AliasEntry> TABLE = List.of(
            alias("%Ta", NUMBER, AT_END)
                    .only(Restriction.HTTP)
                    .summary("The active time of a request, from its first byte to the last of the response.")
                    .example("%Ta", TIMES, "124")
                    .writes((scope, out) -> growing(out, account(scope), Durations.active(account(scope)))),
            alias("%Tc", NUMBER, AT_END)
                    .summary("The time to connect to the server.")
                    .example("%Tc", TIMES, "16")
                    .writes((scope, out) -> number(out, Durations.connect(account(scope)))),
            alias("%Td", NUMBER, AT_END)
                    .summary("The time to transfer the response after its head.")
                    .example("%Td", TIMES, "64")
                    .writes((scope, out) -> number(out, Durations.data(account(scope)))),
            alias("%Th", NUMBER, AT_END)
                    .summary("The time of handshakes before the first request of a connection.")
                    .example("%Th", TIMES, "1")
                    .writes((scope, out) -> number(out, Durations.handshake(account(scope)))),
            alias("%Ti", NUMBER, AT_END)
                    .only(Restriction.HTTP)
                    .summary("The idle time before a request.")
                    .example("%Ti", TIMES, "2")
                    .writes((scope, out) -> number(out, Durations.idle(account(scope)))),
            alias("%Tq", NUMBER, AT_END)
                    .only(Restriction.HTTP)
                    .summary("Th, Ti and TR together.")
                    .example("%Tq", TIMES, "7")
                    .writes((scope, out) -> number(out, Durations.request(account(scope)))),
            alias("%TR", NUMBER, AT_END)
                    .only(Restriction.HTTP)
                    .summary("The time from the first byte of a request to the end of its head.")
                    .example("%TR", TIMES, "4")
                    .writes((scope, out) -> number(out, Durations.head(account(scope)))),
            alias("%Tr", NUMBER, AT_END)
                    .only(Restriction.HTTP)
                    .summary("The time the server took to answer with a whole head.")
                    .example("%Tr", TIMES, "32")
                    .writes((scope, out) -> number(out, Durations.response(account(scope)))),
            alias("%Tt", NUMBER, AT_END)
                    .summary("The total time, of a connection or of a request with the idle time before it.")
                    .example("%Tt", TIMES, "127")
                    .writes((scope, out) -> growing(out, account(scope), Durations.total(account(scope)))),
            alias("%Tu", NUMBER, AT_END)
                    .summary("The time that a user waited: the total without idle time.")
                    .example("%Tu", TIMES, "125")
                    .writes((scope, out) -> growing(out, account(scope), Durations.user(account(scope)))),
            alias("%Tw", NUMBER, AT_END)
                    .summary("The time in queues.")
                    .example("%Tw", TIMES, "8")
                    .writes((scope, out) -> number(out, Durations.queue(account(scope)))));

    private TimerAliases() {}
}
