package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.TEXT;
import static headway.language.sample.AliasEntry.Kind.WORD;
import static headway.language.sample.AliasEntry.Known.AT_END;
import static headway.language.sample.AliasEntry.Known.AT_ONCE;
import static headway.language.sample.AliasEntry.Known.WITH_RESPONSE;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;
import static headway.traffic.alias.Facts.text;

import headway.language.line.LineWriter;
import headway.language.sample.AliasEntry;
import headway.language.sample.AliasEntry.Restriction;
import headway.traffic.account.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names: of proxies, servers and the machine; how it ended. */
final class NameAliases {
    private static final String HOST = host();

    static final List<AliasEntry> TABLE = List.of(
            alias("%o", WORD, AT_ONCE)
                    .summary("Writes nothing; its flags hold for all that follows.")
                    .example("%{+Q}o%b %f", "frontend=www backend=app", "\"app\" \"www\"")
                    .writes((scope, out) -> true),
            alias("%b", TEXT, AT_ONCE)
                    .summary("The backend, or the frontend as long as none is chosen.")
                    .example("%b", "frontend=www backend=app", "app")
                    .writes((scope, out) -> backend(out, account(scope))),
            alias("%f", TEXT, AT_ONCE)
                    .summary("The frontend.")
                    .example("%f", "frontend=www", "www")
                    .writes((scope, out) -> text(out, account(scope).frontend)),
            alias("%ft", TEXT, AT_ONCE)
                    .summary("The frontend; with a tilde behind it when the client speaks TLS.")
                    .example("%ft", "frontend=www", "www")
                    .writes((scope, out) -> text(out, account(scope).frontend)),
            alias("%s", TEXT, WITH_RESPONSE)
                    .summary("The server, or <NOSRV>.")
                    .example("%b/%s", "backend=app", "app/<NOSRV>")
                    .writes((scope, out) -> server(out, account(scope))),
            alias("%H", TEXT, AT_ONCE).summary("The name of the machine.").writes((scope, out) -> text(out, HOST)),
            alias("%ID", TEXT, AT_END)
                    .summary("What unique-id-format has made.")
                    .example("%ID", "uniqueId=7F000001:1F90", "7F000001:1F90")
                    .writes((scope, out) -> uniqueId(out, account(scope))),
            alias("%OG", TEXT, AT_ONCE)
                    .only(Restriction.LOG)
                    .summary(
                            "Why the line is written: txn_accept, txn_request, txn_connect, txn_response, txn_close, sess_error, sess_killed, or unspec.")
                    .example("%OG", "origin=RESPONSE", "txn_response")
                    .writes((scope, out) -> text(out, account(scope).origin.word())),
            alias("%sslc", TEXT, AT_ONCE)
                    .summary("The cipher of the client's TLS connection; nothing without TLS.")
                    .example("%sslc/%sslv", "", "-/-")
                    .writes((scope, out) -> false),
            alias("%sslv", TEXT, AT_ONCE)
                    .summary("The version of the client's TLS connection; nothing without TLS.")
                    .example("%sslv", "", "-")
                    .writes((scope, out) -> false),
            alias("%ts", WORD, AT_END)
                    .summary("How the stream ended, in two letters.")
                    .example("%ts", "cause=S phase=C", "SC")
                    .writes((scope, out) -> end(out, account(scope))),
            alias("%tsc", WORD, AT_ONCE)
                    .only(Restriction.HTTP)
                    .summary(
                            "How the stream ended, in two letters, and what became of the persistence cookie, in two more.")
                    .example("%tsc", "cause=L phase=R", "LR--")
                    .writes((scope, out) -> endWithCookie(out, account(scope))));

    private NameAliases() {}

    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }

    private static boolean backend(LineWriter out, Account account) {
        return text(out, account.backend.isEmpty() ? account.frontend : account.backend);
    }

    private static boolean server(LineWriter out, Account account) {
        return text(out, account.server.isEmpty() ? "<NOSRV>" : account.server);
    }

    private static boolean uniqueId(LineWriter out, Account account) {
        if (account.uniqueIdLength == 0) return false;
        out.copy(account.uniqueIdAt, account.uniqueIdLength);
        return true;
    }

    private static boolean end(LineWriter out, Account account) {
        out.character(account.cause);
        out.character(account.phase);
        return true;
    }

    private static boolean endWithCookie(LineWriter out, Account account) {
        out.character(account.cause);
        out.character(account.phase);
        out.character(account.requestCookie);
        out.character(account.responseCookie);
        return true;
    }
}
