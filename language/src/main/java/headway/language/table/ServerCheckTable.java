package headway.language.table;

import headway.language.draft.ServerDraft;
import headway.language.model.ServerLine.Shutdown;
import headway.language.syntax.Mistake;
import java.util.List;

/** Options of {@code server} lines for health checks. */
final class ServerCheckTable {
    static final List<Directive<ServerDraft>> TABLE = List.of(
            Entry.<ServerDraft>entry("check", "Its health is checked.")
                    .example("check")
                    .turns(s -> s.check = true),
            Entry.<ServerDraft>entry("no-check", "Takes back an inherited check.")
                    .example("check no-check")
                    .turns(s -> s.check = false),
            Entry.<ServerDraft>entry("inter", "The time between two checks.")
                    .unset("inter 2s")
                    .example("check inter 1s")
                    .reads("<time>", (s, words) -> s.intervalNanos = interval(s, words)),
            Entry.<ServerDraft>entry("fastinter", "The time between two checks while its state is changing.")
                    .unset("inter")
                    .example("check fastinter 500ms")
                    .reads("<time>", (s, words) -> s.fastIntervalNanos = interval(s, words)),
            Entry.<ServerDraft>entry("downinter", "The time between two checks while it is down.")
                    .unset("inter")
                    .example("check downinter 5s")
                    .reads("<time>", (s, words) -> s.downIntervalNanos = interval(s, words)),
            Entry.<ServerDraft>entry("rise", "How many good checks in a row bring it up.")
                    .unset("rise 2")
                    .example("check rise 1")
                    .reads("<count>", (s, words) -> s.rise = count(words)),
            Entry.<ServerDraft>entry("fall", "How many bad checks in a row take it down.")
                    .unset("fall 3")
                    .example("check fall 1")
                    .reads("<count>", (s, words) -> s.fall = count(words)),
            Entry.<ServerDraft>entry("port", "The port that is checked.")
                    .unset("the server's")
                    .example("check port 8080")
                    .reads("<port>", (s, words) -> s.checkPort = words.read(Forms.integer(1, 65535))),
            Entry.<ServerDraft>entry("addr", "The address that is checked.")
                    .unset("the server's")
                    .example("check addr 127.0.0.2")
                    .reads("<address>", ServerCheckTable::address),
            Entry.<ServerDraft>entry("on-marked-down", "The sessions with it end when it goes down.")
                    .example("check on-marked-down shutdown-sessions")
                    .reads("shutdown-sessions", ServerCheckTable::markedDown),
            Entry.<ServerDraft>entry("on-marked-up", "The sessions with backup servers end when it comes up.")
                    .example("check on-marked-up shutdown-backup-sessions")
                    .reads("shutdown-backup-sessions", ServerCheckTable::markedUp));

    private ServerCheckTable() {}

    private static void markedDown(ServerDraft server, Arguments words) throws Mistake {
        action(words, "shutdown-sessions");
        server.shutdown = new Shutdown(true, server.shutdown.up());
    }

    private static void markedUp(ServerDraft server, Arguments words) throws Mistake {
        action(words, "shutdown-backup-sessions");
        server.shutdown = new Shutdown(server.shutdown.down(), true);
    }

    private static void action(Arguments words, String only) throws Mistake {
        var keyword = words.keyword();
        var word = words.next();
        if (!word.equals(only)) throw words.mistake("'" + keyword + "' expects '" + only + "' but got '" + word + "'.");
    }

    private static long interval(ServerDraft server, Arguments words) throws Mistake {
        var nanos = words.read(Forms.time());
        if (nanos > 0) return nanos;
        throw words.mistake("invalid value 0 for argument '" + words.keyword() + "' of server " + server.name + ".");
    }

    private static int count(Arguments words) throws Mistake {
        var name = words.keyword();
        if (!words.has()) throw words.mistake("'" + name + "' expects an integer argument.");
        var count = words.read(Forms.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        if (count > 0) return count;
        throw words.mistake("'" + name + "' has to be > 0.");
    }

    private static void address(ServerDraft server, Arguments words) throws Mistake {
        if (!words.has()) throw words.mistake("'addr' expects <ipv4|ipv6> as argument.");
        var address = SocketAddresses.plain(words.next(), words);
        server.checkAddress = address;
        if (address.port() > 0 && server.checkPort == 0) server.checkPort = address.port();
    }
}
