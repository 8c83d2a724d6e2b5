package headway.operate.api;

import headway.base.units.Address;
import headway.language.model.ServerAddress;
import headway.operate.stats.AddressWords;
import headway.operate.stats.ProxyFigures;
import headway.traffic.server.Server;
import java.util.ArrayList;
import java.util.List;

/** {@code show servers state} (the form of a server state file, version 1) and {@code show servers conn} (without the idle connections of each thread). */
final class ServerTables {
    private static final String STATES = """
            1
            # be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight srv_time_since_last_change \
            srv_check_status srv_check_result srv_check_health srv_check_state srv_agent_state bk_f_forced_id srv_f_forced_id srv_fqdn \
            srv_port srvrecord srv_use_ssl srv_check_port srv_check_addr srv_agent_addr srv_agent_port
            """;

    private ServerTables() {}

    static String states(Instance instance, String backend) throws CommandException {
        var text = new StringBuilder(STATES);
        for (var figures : chosen(instance, backend))
            for (var server : servers(figures)) state(text, instance, figures, server);
        return text.toString();
    }

    private static void state(StringBuilder text, Instance instance, ProxyFigures figures, Server server) {
        var state = server.state();
        var check = server.check();
        var target = server.target();
        var address = target == null ? null : target.address();
        var changed = state.changedNanos() == 0 ? instance.vitals().startedNanos() : state.changedNanos();
        var seconds = Math.max(0, (System.nanoTime() - changed) / 1_000_000_000L);
        var words = List.of(
                figures.proxy().id(),
                figures.proxy().name(),
                server.id(),
                server.name(),
                address == null ? "-" : AddressWords.host(address),
                state.operational().ordinal(),
                state.admin(),
                state.weight(),
                server.line().weight(),
                seconds,
                check.status().number(),
                check.result(),
                check.health(),
                check.stateBits(),
                0,
                figures.proxy().isIdForced() ? 1 : 0,
                server.line().identity().isIdForced() ? 1 : 0,
                name(server),
                address instanceof Address.Inet inet ? inet.port() : 0,
                "-",
                0,
                server.line().check().port(),
                checkAddress(server),
                // An agent is asked where the checks go, unless it has an address of its own.
                checkAddress(server),
                server.line().check().port());
        join(text, words);
    }

    private static String checkAddress(Server server) {
        var address = server.line().check().address();
        return address == null ? "-" : AddressWords.host(address);
    }

    private static String name(Server server) {
        return server.line().address() instanceof ServerAddress.HostName host ? host.name() : "-";
    }

    static String connections(Instance instance, String backend) throws CommandException {
        var text = new StringBuilder(
                "# bkname/svname bkid/svid addr port - purge_delay used_cur used_max need_est unsafe_nb safe_nb idle_lim idle_cur\n");
        for (var figures : chosen(instance, backend))
            for (var server : servers(figures)) connection(text, figures, server);
        return text.toString();
    }

    private static void connection(StringBuilder text, ProxyFigures figures, Server server) {
        var pool = server.pool();
        var target = server.target();
        var address = target == null ? null : target.address();
        var words = new ArrayList<Object>(List.of(
                server,
                figures.proxy().id() + "/" + server.id(),
                address == null ? "-" : AddressWords.host(address),
                address instanceof Address.Inet inet ? inet.port() : 0,
                "-",
                server.line().pool().purgeDelayNanos() / 1_000_000,
                pool.used(),
                pool.needed(),
                pool.needed(),
                pool.idleUnproven(),
                pool.idleProven(),
                pool.limit(),
                pool.idle()));
        join(text, words);
    }

    private static void join(StringBuilder text, List<?> words) {
        for (var i = 0; i < words.size(); i++) text.append(i == 0 ? "" : " ").append(words.get(i));
        text.append('\n');
    }

    private static List<Server> servers(ProxyFigures figures) {
        var back = figures.back();
        return back == null ? List.of() : back.servers().servers();
    }

    private static List<ProxyFigures> chosen(Instance instance, String backend) throws CommandException {
        if (backend.isEmpty()) return instance.proxies();
        for (var figures : instance.proxies())
            if (figures.back() != null && figures.proxy().name().equals(backend)) return List.of(figures);
        throw new CommandException("Can't find backend.");
    }
}
