package headway.language.table;

import headway.language.draft.ServerDraft;
import headway.language.syntax.Mistake;
import java.util.List;

/** Options of {@code server} lines about log messages. */
final class ServerLogTable {
    static final List<Directive<ServerDraft>> TABLE = List.of(
            Entry.<ServerDraft>entry("log-proto", "How messages are told apart on a connection to a server of logs.")
                    .unset("log-proto legacy")
                    .example("log-proto octet-count")
                    .reads("{ legacy | octet-count }", ServerLogTable::protocol),
            Entry.<ServerDraft>entry("log-bufsize", "The size of the ring in front of a log backend's server.")
                    .unset("log-bufsize 16384")
                    .example("log-bufsize 1m")
                    .with(Forms.size(), (server, size) -> server.logBufferSize = size));

    private ServerLogTable() {}

    private static void protocol(ServerDraft server, Arguments words) throws Mistake {
        var word = words.next();
        server.countsOctets = switch (word) {
            case "legacy" -> false;
            case "octet-count" -> true;
            default ->
                throw words.mistake("'log-proto' expects one of 'legacy' or 'octet-count' but got '" + word + "'.");
        };
    }
}
