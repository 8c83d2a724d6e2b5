package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.NUMBER;
import static headway.language.sample.AliasEntry.Kind.WORD;
import static headway.language.sample.AliasEntry.Known.AT_ONCE;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;
import static headway.traffic.alias.Facts.hexadecimal;
import static headway.traffic.alias.Facts.number;

import headway.language.line.LineWriter;
import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Restriction;
import headway.traffic.account.Durations;
import java.util.List;

/** When it was. Of the later requests of a connection the accept is the end of the request before. */
final class DateAliases {
    private static final String WHEN = "accepted=1795407845081 request=1795407845581";

    static final List<AliasEntry> TABLE = List.of(
            alias("%T", WORD, AT_ONCE)
                    .summary("The date of the accept in UTC, with the zone.")
                    .example("%T", WHEN, "23/Nov/2026:04:24:05 +0000")
                    .writes((scope, out) -> zoned(out, Durations.beganMillis(account(scope)), true)),
            alias("%Tl", WORD, AT_ONCE)
                    .summary("The date of the accept in local time, with the zone.")
                    .example("%Tl", WHEN, "23/Nov/2026:04:24:05 +0000")
                    .writes((scope, out) -> zoned(out, Durations.beganMillis(account(scope)), false)),
            alias("%Ts", NUMBER, AT_ONCE)
                    .summary("The date of the accept in seconds since 1970; in hexadecimal with +X.")
                    .example("%Ts %{+X}Ts", WHEN, "1795407845 6B03BFE5")
                    .hexadecimal((scope, out) -> hexadecimal(out, Durations.beganMillis(account(scope)) / 1000, 4))
                    .writes((scope, out) -> number(out, Durations.beganMillis(account(scope)) / 1000)),
            alias("%t", WORD, AT_ONCE)
                    .summary("The date of the accept in local time, with milliseconds.")
                    .example("[%t]", WHEN, "[23/Nov/2026:04:24:05.081]")
                    .writes((scope, out) -> date(out, Durations.beganMillis(account(scope)))),
            alias("%ms", NUMBER, AT_ONCE)
                    .summary("The milliseconds of the accept within its second.")
                    .example("%ms %{+X}ms", WHEN, "081 51")
                    .hexadecimal(
                            (scope, out) -> hexadecimal(out, milliseconds(Durations.beganMillis(account(scope))), 2))
                    .writes((scope, out) -> padded(out, milliseconds(Durations.beganMillis(account(scope))))),
            alias("%tr", WORD, AT_ONCE)
                    .only(Restriction.HTTP)
                    .summary("The date of the request's first byte in local time, with milliseconds.")
                    .example("[%tr]", WHEN, "[23/Nov/2026:04:24:05.581]")
                    .writes((scope, out) -> date(out, Durations.requestMillis(account(scope)))),
            alias("%trg", WORD, AT_ONCE)
                    .only(Restriction.HTTP)
                    .summary("The date of the request's first byte in UTC, with the zone.")
                    .example("%trg", WHEN, "23/Nov/2026:04:24:05 +0000")
                    .writes((scope, out) -> zoned(out, Durations.requestMillis(account(scope)), true)),
            alias("%trl", WORD, AT_ONCE)
                    .only(Restriction.HTTP)
                    .summary("The date of the request's first byte in local time, with the zone.")
                    .example("%trl", WHEN, "23/Nov/2026:04:24:05 +0000")
                    .writes((scope, out) -> zoned(out, Durations.requestMillis(account(scope)), false)));

    private DateAliases() {}

    private static boolean date(LineWriter out, long millis) {
        out.date(millis);
        return true;
    }

    private static boolean zoned(LineWriter out, long millis, boolean isUniversal) {
        out.zonedDate(millis, isUniversal);
        return true;
    }

    private static int milliseconds(long millis) {
        return (int) Math.floorMod(millis, 1000L);
    }

    private static boolean padded(LineWriter out, int value) {
        out.padded(value, 3);
        return true;
    }
}
