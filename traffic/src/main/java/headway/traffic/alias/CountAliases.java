package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.NUMBER;
import static headway.language.sample.AliasEntry.Known.AT_END;
import static headway.language.sample.AliasEntry.Known.AT_ONCE;
import static headway.language.sample.AliasEntry.Known.WITH_REQUEST;
import static headway.language.sample.AliasEntry.Known.WITH_RESPONSE;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;
import static headway.traffic.alias.Facts.growing;
import static headway.traffic.alias.Facts.hexadecimal;
import static headway.traffic.alias.Facts.number;

import headway.language.line.LineWriter;
import headway.language.sample.AliasEntry;
import headway.traffic.account.Account;
import java.util.List;

/** Numbers: bytes, the status, connections and queues. */
final class CountAliases {
    private static final long PROCESS = ProcessHandle.current().pid();

    static final List<AliasEntry> TABLE = List.of(
            alias("%B", NUMBER, AT_END)
                    .summary("Bytes sent to the client.")
                    .example("%B", "bytesOut=2750", "2750")
                    .writes((scope, out) -> growing(out, account(scope), account(scope).bytesOut)),
            alias("%U", NUMBER, AT_END)
                    .summary("Bytes received from the client.")
                    .example("%U", "bytesIn=120", "120")
                    .writes((scope, out) -> growing(out, account(scope), account(scope).bytesIn)),
            alias("%ST", NUMBER, WITH_RESPONSE)
                    .summary("The status of the response; 0 in TCP, -1 when nothing was answered.")
                    .example("%ST", "isHttp=true status=404", "404")
                    .writes((scope, out) -> number(out, status(account(scope)))),
            alias("%ac", NUMBER, AT_END)
                    .summary("Connections of the process.")
                    .example(
                            "%ac/%fc/%bc/%sc",
                            "processConnections=4 frontendConnections=3 backendConnections=2 serverConnections=1",
                            "4/3/2/1")
                    .writes((scope, out) -> number(out, account(scope).processConnections)),
            alias("%fc", NUMBER, AT_END)
                    .summary("Connections of the frontend.")
                    .example("%fc", "frontendConnections=3", "3")
                    .writes((scope, out) -> number(out, account(scope).frontendConnections)),
            alias("%bc", NUMBER, AT_END)
                    .summary("Connections of the backend.")
                    .example("%bc", "backendConnections=2", "2")
                    .writes((scope, out) -> number(out, account(scope).backendConnections)),
            alias("%sc", NUMBER, AT_END)
                    .summary("Connections of the server.")
                    .example("%sc", "serverConnections=1", "1")
                    .writes((scope, out) -> number(out, account(scope).serverConnections)),
            alias("%rc", NUMBER, AT_END)
                    .summary(
                            "Connection attempts after the first; with a plus before it when another server was chosen.")
                    .example("%rc", "retries=1 redispatched=true", "+1")
                    .writes((scope, out) -> retries(out, account(scope))),
            alias("%sq", NUMBER, AT_END)
                    .summary("How many were before it in the server's queue.")
                    .example("%sq/%bq", "serverQueue=3 backendQueue=5", "3/5")
                    .writes((scope, out) -> number(out, account(scope).serverQueue)),
            alias("%bq", NUMBER, AT_END)
                    .summary("How many were before it in the backend's queue.")
                    .example("%bq", "backendQueue=5", "5")
                    .writes((scope, out) -> number(out, account(scope).backendQueue)),
            alias("%lc", NUMBER, AT_ONCE)
                    .summary("How many lines the frontend has written before.")
                    .example("%lc %{+X}lc", "lines=10", "10 000A")
                    .hexadecimal(
                            (scope, out) -> hexadecimal(out, Facts.of(scope).linesWritten(), 4))
                    .writes((scope, out) -> number(out, Facts.of(scope).linesWritten())),
            alias("%rt", NUMBER, WITH_REQUEST)
                    .summary("Counts the requests and TCP connections of the process.")
                    .example("%rt %{+X}rt", "number=3", "3 0003")
                    .hexadecimal((scope, out) -> hexadecimal(out, account(scope).number, 4))
                    .writes((scope, out) -> number(out, account(scope).number)),
            alias("%pid", NUMBER, AT_ONCE)
                    .summary("The number of the process.")
                    .hexadecimal((scope, out) -> hexadecimal(out, PROCESS, 4))
                    .writes((scope, out) -> number(out, PROCESS)));

    private CountAliases() {}

    /** While rules see the response it is the server's. */
    private static int status(Account account) {
        if (!account.isHttp) return 0;
        return account.status < 0 && account.responseHeadNanos != 0 ? account.serverStatus : account.status;
    }

    private static boolean retries(LineWriter out, Account account) {
        if (account.redispatched) out.character('+');
        return number(out, Math.abs(account.retries));
    }
}
