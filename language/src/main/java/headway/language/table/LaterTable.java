package headway.language.table;

import headway.language.draft.GlobalDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code global} words that tune what is not there: they are accepted with a notice, since the lines that would ask for it are refused by name, and files that are shared
 * by several programs have them.
 */
final class LaterTable {
    private static final String H2 = "there is no HTTP/2 yet";
    private static final String QUIC = "there is no QUIC yet, and a line that asks for it is refused";
    private static final String LUA = "there is no Lua yet, and a line that asks for it is refused";
    private static final String TLS = "there is no TLS yet, and a line that asks for it is refused";
    private static final String COMPRESSION = "nothing is compressed yet, and a line that asks for it is refused";
    private static final String CLIENT = "nothing here asks other servers by HTTP";
    private static final String ENGINE = "it tunes an engine that this program does not have";
    private static final String MEMORY = "the JVM manages this memory";

    /** Values, then names with a blank between them. */
    private record Group(String why, String value, String names) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    H2,
                    "100",
                    "tune.h2.be.glitches-threshold tune.h2.be.initial-window-size tune.h2.be.max-concurrent-streams"
                            + " tune.h2.be.max-frames-at-once tune.h2.be.rxbuf tune.h2.fe.glitches-threshold"
                            + " tune.h2.fe.initial-window-size tune.h2.fe.max-concurrent-streams tune.h2.fe.max-frames-at-once"
                            + " tune.h2.fe.max-rst-at-once tune.h2.fe.max-total-streams tune.h2.fe.rxbuf tune.h2.header-table-size"
                            + " tune.h2.initial-window-size tune.h2.max-concurrent-streams tune.h2.max-frame-size"),
            new Group(H2, "none", "tune.h2.log-errors"),
            new Group(H2, "off", "tune.h2.zero-copy-fwd-send"),
            new Group(H2, "", "h2-workaround-bogus-websocket-clients"),
            new Group(
                    QUIC,
                    "100",
                    "tune.quic.be.cc.cubic-min-losses tune.quic.be.cc.max-frame-loss tune.quic.be.cc.max-win-size"
                            + " tune.quic.be.cc.reorder-ratio tune.quic.be.sec.glitches-threshold tune.quic.be.stream.data-ratio"
                            + " tune.quic.be.stream.max-concurrent tune.quic.be.stream.rxbuf tune.quic.fe.cc.cubic-min-losses"
                            + " tune.quic.fe.cc.max-frame-loss tune.quic.fe.cc.max-win-size tune.quic.fe.cc.reorder-ratio"
                            + " tune.quic.fe.sec.glitches-threshold tune.quic.fe.sec.retry-threshold tune.quic.fe.stream.data-ratio"
                            + " tune.quic.fe.stream.max-concurrent tune.quic.fe.stream.max-total tune.quic.fe.stream.rxbuf"
                            + " tune.quic.mem.tx-max"),
            new Group(QUIC, "30s", "tune.quic.be.max-idle-timeout tune.quic.fe.max-idle-timeout"),
            new Group(
                    QUIC,
                    "off",
                    "tune.quic.be.cc.hystart tune.quic.be.tx.pacing tune.quic.be.tx.udp-gso tune.quic.fe.cc.hystart"
                            + " tune.quic.fe.sock-per-conn tune.quic.fe.tx.pacing tune.quic.fe.tx.udp-gso tune.quic.listen"
                            + " tune.quic.zero-copy-fwd-send harden.reject-privileged-ports.quic"),
            new Group(QUIC, "", "limited-quic"),
            new Group(
                    LUA,
                    "100",
                    "tune.lua.burst-timeout tune.lua.forced-yield tune.lua.maxmem tune.lua.service-timeout"
                            + " tune.lua.session-timeout tune.lua.task-timeout"),
            new Group(LUA, "on", "tune.lua.log.loggers tune.lua.log.stderr"),
            new Group(LUA, "all", "tune.lua.openlibs"),
            new Group(LUA, "normal", "tune.lua.bool-sample-conversion"),
            new Group(
                    TLS,
                    "100",
                    "tune.ssl.cachesize tune.ssl.capture-buffer-size tune.ssl.capture-cipherlist-size"
                            + " tune.ssl.hard-maxrecord tune.ssl.keyupdate-rate-limit tune.ssl.lifetime tune.ssl.maxrecord"
                            + " tune.ssl.ocsp-update.maxdelay tune.ssl.ocsp-update.mindelay tune.ssl.ssl-ctx-cache-size maxsslconn"
                            + " maxsslrate ocsp-update.maxdelay ocsp-update.mindelay ssl-security-level"),
            new Group(
                    TLS, "on", "tune.ssl.keylog tune.ssl.certificate-compression ocsp-update.mode ocsp-update.disable"),
            new Group(
                    TLS,
                    "",
                    "tune.ssl.force-private-cache ssl-mode-async ssl-skip-self-issued-ca ssl-load-extra-del-ext noktls"),
            new Group(
                    TLS,
                    "ECDSA+SHA256",
                    "ssl-default-bind-client-sigalgs ssl-default-bind-sigalgs"
                            + " ssl-default-server-client-sigalgs ssl-default-server-sigalgs ssl-default-server-curves"),
            new Group(TLS, "all", "ssl-load-extra-files"),
            new Group(TLS, "/etc/ssl/dh.pem", "ssl-dh-param-file issuers-chain-path"),
            new Group(
                    COMPRESSION,
                    "1",
                    "maxcompcpuusage maxcomprate maxzlibmem tune.comp.maxlevel tune.zlib.memlevel tune.zlib.windowsize"),
            new Group(CLIENT, "1", "httpclient.retries"),
            new Group(CLIENT, "1s", "httpclient.timeout.connect"),
            new Group(CLIENT, "none", "httpclient.ssl.verify httpclient.ssl.ca-file httpclient.resolvers.id"),
            new Group(CLIENT, "on", "httpclient.resolvers.disabled"),
            new Group(CLIENT, "ipv4", "httpclient.resolvers.prefer"),
            new Group(ENGINE, "100", "tune.idletimer tune.max-rules-at-once tune.max-checks-per-thread"),
            new Group(ENGINE, "on", "tune.applet.zero-copy-forwarding"),
            new Group(MEMORY, "100", "tune.bufsize.large tune.bufsize.small"),
            new Group(MEMORY, "", "tune.defaults.purge"));

    static final List<Directive<GlobalDraft>> TABLE = table();

    private LaterTable() {}

    private static List<Directive<GlobalDraft>> table() {
        var table = new ArrayList<Directive<GlobalDraft>>();
        for (var group : GROUPS) for (var name : group.names.split(" ")) table.add(directive(name, group));
        return List.copyOf(table);
    }

    private static Directive<GlobalDraft> directive(String name, Group group) {
        var entry = Entry.<GlobalDraft>entry(name, "Accepted without effect: " + group.why + ".")
                .in(Section.ONLY_GLOBAL)
                .noEffect(group.why)
                .example((name + " " + group.value).strip());
        return group.value.isEmpty() ? entry.no(global -> {}).ignores("") : entry.ignores("...");
    }
}
