package headway.language.resolve;

import headway.base.diagnostic.Diagnostics;
import headway.base.diagnostic.Position;
import headway.base.text.Nearest;
import headway.base.units.Address;
import headway.language.draft.GlobalDraft;
import headway.language.draft.LogDraft;
import headway.language.draft.LogForwardDraft;
import headway.language.draft.ProxyDraft;
import headway.language.draft.RingDraft;
import headway.language.draft.TimeoutName;
import headway.language.model.Balance;
import headway.language.model.LogForward;
import headway.language.model.LogProfile;
import headway.language.model.LogRing;
import headway.language.model.LogSections;
import headway.language.model.LogTarget;
import headway.language.model.LogTarget.Sink;
import headway.language.model.Mode;
import headway.language.model.ServerAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the model of the sections about logs, and sees that all that {@code log} lines name is there. */
final class LogResolver {
    private final GlobalDraft global;
    private final LogDrafts drafts;
    private final ServerResolver servers;
    private final Diagnostics out;

    LogResolver(GlobalDraft global, LogDrafts drafts, ServerResolver servers, Diagnostics out) {
        this.global = global;
        this.drafts = drafts;
        this.servers = servers;
        this.out = out;
    }

    LogSections resolve(List<ProxyDraft> proxies) {
        var profiles = new LinkedHashMap<String, LogProfile>();
        drafts.profiles.forEach((name, draft) -> profiles.put(name, draft.done()));
        var rings = new LinkedHashMap<String, LogRing>();
        drafts.rings.forEach((name, draft) -> rings.put(name, ring(draft)));
        var forwards = new ArrayList<LogForward>();
        for (var draft : drafts.forwards.values()) forwards.add(forward(draft, proxies));
        for (var proxy : proxies) checkServers(proxy);
        checkTargets(proxies);
        return new LogSections(rings, forwards, profiles);
    }

    private LogRing ring(RingDraft draft) {
        Warnings.check(draft.servers, out);
        var least = GlobalResolver.bufferSize(global);
        if (draft.size > 0 && draft.size < least)
            out.alert(
                    draft.position,
                    "ignoring new size '" + draft.size + "' that is smaller than current size '" + least
                            + "' for ring '" + draft.name + "'.");
        var size = Math.max(draft.size, least);
        var length = draft.maximumLength == 0 ? least : draft.maximumLength;
        if (length > size)
            out.warning(
                    draft.position,
                    "ring '" + draft.name + "' event max length '" + length + "' exceeds size, forced to size '" + size
                            + "'.");
        for (var server : draft.servers.back.servers)
            if (server.takesDatagrams) noDatagrams(draft.servers, server.position, server.name);
        var lines = servers.resolve(draft.servers);
        for (var line : lines) {
            if (hasPort(line.address())) continue;
            var title = "'server " + draft.name + "/" + line.name() + "'";
            out.alert(line.position(), title + " : a server of a ring needs a port.");
        }
        return new LogRing(
                draft.position,
                draft.name,
                draft.description,
                draft.form,
                Math.min(length, size),
                size,
                draft.backingFile,
                draft.servers.timeouts.getOrDefault(TimeoutName.CONNECT, 0L),
                draft.servers.timeouts.getOrDefault(TimeoutName.SERVER, 0L),
                lines);
    }

    private static boolean hasPort(ServerAddress address) {
        return switch (address) {
            case ServerAddress.Literal(Address.Inet _, var ports, var _) -> ports == ServerAddress.Ports.FIXED;
            case ServerAddress.Literal _ -> true;
            case ServerAddress.HostName name -> name.ports() == ServerAddress.Ports.FIXED;
        };
    }

    private LogForward forward(LogForwardDraft draft, List<ProxyDraft> proxies) {
        var front = draft.front;
        if (front.front.binds.isEmpty() && draft.datagramBinds.isEmpty())
            out.warning(
                    front.position,
                    front.title() + " has no 'bind' directive. Please declare it as a backend if this was intended.");
        for (var proxy : proxies)
            if (proxy.kind.isFrontend() && proxy.name.equals(front.name))
                out.alert(
                        front.position,
                        "log forward section '" + front.name + "' has the same name as " + proxy.title()
                                + " declared at " + proxy.position + ".");
        return new LogForward(
                front.position,
                front.name,
                front.front.binds,
                draft.datagramBinds,
                targets(front.log),
                front.front.maxConnections,
                front.front.backlog,
                front.timeouts.getOrDefault(TimeoutName.CLIENT, 0L),
                draft.parses,
                draft.byLines,
                draft.host);
    }

    private List<LogTarget> targets(LogDraft log) {
        var targets = new ArrayList<LogTarget>();
        for (var target : log.targets) {
            if (target.isPresent()) targets.add(target.get());
            else targets.addAll(global.logs);
        }
        return targets;
    }

    private void checkServers(ProxyDraft proxy) {
        if (proxy.disabled || !proxy.kind.isBackend()) return;
        var ofLogs = proxy.back.balance instanceof Balance.Sticky || proxy.back.balance instanceof Balance.LogHash;
        if (proxy.mode == Mode.LOG) {
            var turns =
                    proxy.back.balance instanceof Balance.RoundRobin || proxy.back.balance instanceof Balance.Random;
            if (!ofLogs && !turns)
                out.alert(
                        proxy.own.getOrDefault("balance", proxy.position),
                        "in 'mode log' balance only supports 'roundrobin', 'random', 'sticky' and 'log-hash'.");
            return;
        }
        if (ofLogs)
            out.alert(
                    proxy.own.getOrDefault("balance", proxy.position),
                    "balance 'sticky' and 'log-hash' are for backends in 'mode log' only.");
        for (var server : proxy.back.servers)
            if (server.takesDatagrams) noDatagrams(proxy, server.position, server.name);
    }

    private void noDatagrams(ProxyDraft proxy, Position at, String server) {
        out.alert(
                at,
                "'server " + proxy.name + "/" + server
                        + "' : dgram-type address not acceptable here, only backends in 'mode log' take datagrams.");
    }

    private void checkTargets(List<ProxyDraft> proxies) {
        var backends = proxies.stream()
                .filter(p -> p.kind.isBackend() && p.mode == Mode.LOG)
                .map(p -> p.name)
                .collect(Collectors.toSet());
        for (var target : global.logs) check(target, backends);
        for (var proxy : proxies)
            for (var target : proxy.log.targets)
                if (target.isPresent() && isOwn(proxy, target.get())) check(target.get(), backends);
        for (var forward : drafts.forwards.values())
            for (var target : forward.front.log.targets) target.ifPresent(own -> check(own, backends));
    }

    /** Not inherited, so that it is told once. */
    private static boolean isOwn(ProxyDraft proxy, LogTarget target) {
        return proxy.defaults == null || !proxy.defaults.log.targets.contains(Optional.of(target));
    }

    private void check(LogTarget target, Set<String> backends) {
        switch (target.sink()) {
            case Sink.Ring(var name) -> named(target, "ring", name, drafts.rings);
            case Sink.Backend(var name) -> {
                if (!backends.contains(name))
                    out.alert(
                            target.position(),
                            "log : there is no backend '" + name + "' in 'mode log'.",
                            Nearest.to(name, List.copyOf(backends)).orElse(""));
            }
            case Sink.Udp _, Sink.Unix _, Sink.Abstract _, Sink.Descriptor _, Sink.Stream _ -> {}
        }
        var profile = target.profile();
        if (profile != null) named(target, "log-profile", profile, drafts.profiles);
    }

    private void named(LogTarget target, String what, String name, Map<String, ?> known) {
        if (known.containsKey(name)) return;
        out.alert(
                target.position(),
                "log : there is no " + what + " '" + name + "'.",
                Nearest.to(name, List.copyOf(known.keySet())).orElse(""));
    }
}
