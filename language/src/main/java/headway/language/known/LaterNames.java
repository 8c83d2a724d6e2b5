package headway.language.known;

import static headway.language.known.Awaited.*;
import static headway.language.known.KnownNames.*;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What each name that is not supported yet waits for. A name that gets an entry in the table of its subject loses its place here; a test keeps both true. */
final class LaterNames {
    /**
     * Names of one list.
     *
     * @param names with commas between them; an asterisk at the end stands for whatever follows
     */
    record Group(KnownNames list, Awaited awaited, String names) {
        /** How many letters of the name its longest match has; -1 when none matches. */
        private int match(String name) {
            return Arrays.stream(names.split(", "))
                    .filter(pattern -> matches(pattern, name))
                    .mapToInt(String::length)
                    .max()
                    .orElse(-1);
        }

        static boolean matches(String pattern, String name) {
            return pattern.endsWith("*")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                    : name.equals(pattern);
        }
    }

    static final List<Group> GROUPS = List.of(
            new Group(SECTIONS, ACME, "acme"),
            new Group(SECTIONS, Awaited.CACHE, "cache"),
            new Group(SECTIONS, TLS, "crt-store"),
            new Group(SECTIONS, FASTCGI, "fcgi-app"),
            new Group(SECTIONS, CHECKS, "healthcheck"),
            new Group(SECTIONS, MAILERS, "mailers"),
            new Group(SECTIONS, PEERS, "peers"),
            new Group(SECTIONS, RESOLVERS, "resolvers"),
            new Group(SECTIONS, TRACES, "traces"),
            new Group(PROXY, COMPRESSION, "compression"),
            new Group(PROXY, TLS, "crt, ssl-f-use"),
            new Group(PROXY, MAILERS, "email-alert *"),
            new Group(
                    PROXY,
                    CHECKS,
                    "external-check *, http-check *, tcp-check *, option external-check, option ldap-check, option mysql-check,"
                            + " option pgsql-check, option redis-check, option smtpchk, option ssl-hello-chk, option tcp-check"),
            new Group(PROXY, FILTERS, "filter-sequence"),
            new Group(PROXY, STATISTICS_FILES, "guid"),
            new Group(PROXY, STATE_FILES, "load-server-state-from-file, server-state-file-name"),
            new Group(PROXY, Awaited.CACHE, "option checkcache"),
            new Group(PROXY, HTTP2, "option disable-h2-upgrade"),
            new Group(PROXY, SPOE, "option spop-check"),
            new Group(PROXY, BUFFERS, "option use-small-buffers"),
            new Group(PROXY, QUIC, "quic-initial"),
            new Group(PROXY, STATISTICS, "stats *"),
            new Group(PROXY, STICK_TABLES, "stick *, stick-table"),
            new Group(PROXY, FASTCGI, "use-fcgi-app"),
            new Group(GLOBAL, DEVICES, "51degrees-*, deviceatlas-*, wurfl-*"),
            new Group(GLOBAL, ACME, "acme.scheduler"),
            new Group(GLOBAL, QUIC, "cluster-secret"),
            new Group(GLOBAL, RESOLVERS, "dns-accept-family"),
            new Group(GLOBAL, CHECKS, "external-check"),
            new Group(GLOBAL, STICK_TABLES, "http-err-codes, http-fail-codes, tune.stick-counters"),
            new Group(GLOBAL, LUA, "lua-*"),
            new Group(GLOBAL, MASTER, "master-worker, mworker-max-reloads"),
            new Group(GLOBAL, TLS, "ocsp-update.httpproxy, ssl-*"),
            new Group(GLOBAL, PROXY_PROTOCOL, "pp2-never-send-local"),
            new Group(GLOBAL, STATE_FILES, "server-state-*"),
            new Group(GLOBAL, STATISTICS_FILES, "shm-stats-file*, stats-file"),
            new Group(
                    GLOBAL, GLITCHES, "tune.glitches.*, tune.h1.be.glitches-threshold, tune.h1.fe.glitches-threshold"),
            new Group(GLOBAL, PEERS, "tune.peers.*"),
            new Group(GLOBAL, RUNTIME, "anonkey, debug.counters, tune.cli.max-payload-size"),
            new Group(
                    GLOBAL,
                    PROCESS,
                    "close-spread-time, force-cfg-parser-pause, setcap, stress-level, tune.fail-alloc, tune.h1.zero-copy-fwd-*,"
                            + " tune.pt.zero-copy-forwarding, unix-bind, warn-blocked-traffic-after"),
            new Group(BIND_OPTIONS, PROXY_PROTOCOL, "accept-netscaler-cip, accept-proxy"),
            new Group(
                    BIND_OPTIONS,
                    TLS,
                    "allow-0rtt, alpn, ca-*, ciphers, ciphersuites, client-sigalgs, crl-file, crt, crt-ignore-err, crt-list,"
                            + " curves, default-crt, ecdhe, ech, force-*, generate-certificates, ktls, no-*, npn, prefer-client-ciphers,"
                            + " sigalgs, ssl, ssl-max-ver, ssl-min-ver, strict-sni, tls-ticket-keys, tls-tickets, verify"),
            new Group(BIND_OPTIONS, STATISTICS_FILES, "guid-prefix"),
            new Group(BIND_OPTIONS, HTTP2, "idle-ping, proto"),
            new Group(BIND_OPTIONS, QUIC, "quic-*"),
            new Group(BIND_OPTIONS, REVERSE, "nbconn"),
            new Group(BIND_OPTIONS, RUNTIME, "severity-output"),
            new Group(BIND_OPTIONS, PROCESS, "label"),
            new Group(BIND_OPTIONS, MD5, "tcp-md5sig"),
            new Group(
                    SERVER_OPTIONS,
                    CHECKS,
                    "agent-*, check-pool-conn-name, check-reuse-pool, error-limit, from, healthcheck, init-state, no-agent-check,"
                            + " no-check-reuse-pool, observe, on-error, track"),
            new Group(
                    SERVER_OPTIONS,
                    TLS,
                    "allow-0rtt, alpn, ca-file, check-alpn, check-sni, check-sni-auto, check-ssl, ciphers, ciphersuites,"
                            + " client-sigalgs, crl-file, crt, curves, force-*, ktls, no-check-sni-auto, no-check-ssl, no-renegotiate,"
                            + " no-sni-auto, no-ssl*, no-tls*, no-verifyhost, npn, pool-conn-name, renegotiate, sigalgs, sni, sni-auto,"
                            + " ssl, ssl-*, tls-tickets, verify, verifyhost"),
            new Group(SERVER_OPTIONS, HTTP2, "check-proto, idle-ping, proto, ws"),
            new Group(
                    SERVER_OPTIONS,
                    PROXY_PROTOCOL,
                    "check-send-proxy, no-send-proxy*, proxy-v2-options, send-proxy*, set-proxy-v2-tlv-fmt"),
            new Group(SERVER_OPTIONS, SOCKS, "check-via-socks4, socks4"),
            new Group(SERVER_OPTIONS, STATISTICS_FILES, "guid"),
            new Group(SERVER_OPTIONS, STICK_TABLES, "non-stick, stick"),
            new Group(SERVER_OPTIONS, QUIC, "quic-cc-algo"),
            new Group(SERVER_OPTIONS, RESOLVERS, "resolve-*, resolvers"),
            new Group(SERVER_OPTIONS, PEERS, "shard"),
            new Group(SERVER_OPTIONS, SERVERS, "strict-maxconn"),
            new Group(SERVER_OPTIONS, MD5, "tcp-md5sig"),
            new Group(ACTIONS, REVERSE, "attach-srv"),
            new Group(ACTIONS, Awaited.CACHE, "cache-*"),
            new Group(ACTIONS, QUIC, "dgram-drop, send-retry"),
            new Group(ACTIONS, RESOLVERS, "do-resolve"),
            new Group(ACTIONS, PROXY_PROTOCOL, "expect-netscaler-cip, expect-proxy*"),
            new Group(ACTIONS, STICK_TABLES, "sc-*, track-sc*"),
            new Group(ACTIONS, SPOE, "send-spoe-group"),
            new Group(ACTIONS, SERVICES, "use-service"),
            new Group(FETCHES, DEVICES, "51d.all"),
            new Group(FETCHES, HTTP2, "bs.rst_code, fs.rst_code"),
            new Group(FETCHES, PROXY_PROTOCOL, "fc_pp_*, fc_rcvd_proxy"),
            new Group(FETCHES, Awaited.CACHE, "res.cache_*"),
            new Group(FETCHES, COMPRESSION, "res.comp, res.comp_algo"),
            new Group(FETCHES, STICK_TABLES, "sc_*, sc0_*, sc1_*, sc2_*, src_*, table_*"),
            new Group(FETCHES, TLS, "ssl_*"),
            new Group(CONVERTERS, DEVICES, "51d.single, da-csv-conv"),
            new Group(CONVERTERS, TLS, "jwt_decrypt_cert, jwt_verify_cert"),
            new Group(CONVERTERS, STICK_TABLES, "in_table, table_*"),
            new Group(
                    CLI_COMMANDS,
                    TLS,
                    "abort ssl *, add ssl *, commit ssl *, del ssl *, dump ssl *, new ssl *, set ssl *, show ssl *, update ssl *,"
                            + " set rate-limit ssl-sessions global, set server <b>/<s> ssl, show tls-keys"),
            new Group(CLI_COMMANDS, ACME, "acme *"),
            new Group(CLI_COMMANDS, STICK_TABLES, "clear table, set table, show table"),
            new Group(CLI_COMMANDS, PEERS, "show peers"),
            new Group(CLI_COMMANDS, QUIC, "show quic"),
            new Group(CLI_COMMANDS, RESOLVERS, "show resolvers, set server <b>/<s> fqdn"),
            new Group(CLI_COMMANDS, Awaited.CACHE, "show cache"),
            new Group(CLI_COMMANDS, COMPRESSION, "set rate-limit http-compression global"),
            new Group(CLI_COMMANDS, TRACES, "show trace, trace*"),
            new Group(CLI_COMMANDS, STATISTICS_FILES, "dump stats-file"),
            new Group(
                    CLI_COMMANDS,
                    CHECKS,
                    "disable agent, disable health, enable agent, enable health, set server <b>/<s> agent*,"
                            + " set server <b>/<s> check-*, set server <b>/<s> health"),
            new Group(CLI_COMMANDS, RUNTIME, "*"),
            new Group(CLI_MASTER_COMMANDS, MASTER, "*"),
            new Group(STICK_TABLE_DATA, STICK_TABLES, "*"));

    private LaterNames() {}

    /** The patterns for that list that match none of the names. */
    static List<String> idle(KnownNames list, Collection<String> names) {
        return GROUPS.stream()
                .filter(group -> group.list == list)
                .flatMap(group -> Arrays.stream(group.names.split(", ")))
                .filter(pattern -> names.stream().noneMatch(name -> Group.matches(pattern, name)))
                .toList();
    }

    /** What a name of that list waits for; nothing when nobody has said so. */
    static Optional<Awaited> of(KnownNames list, String name) {
        return switch (list) {
            case SECTION_KEYWORDS -> of(SECTIONS, name.split(" ")[0]);
            case ACTION_PAIRS ->
                name.startsWith("quic-initial ")
                        ? Optional.of(QUIC)
                        : of(ACTIONS, name.replaceFirst("^(http-\\S+|tcp-\\S+ \\S+) ", ""));
            default ->
                GROUPS.stream()
                        .filter(group -> group.list == list && group.match(name) >= 0)
                        .max(Comparator.comparingInt(group -> group.match(name)))
                        .map(Group::awaited);
        };
    }
}
