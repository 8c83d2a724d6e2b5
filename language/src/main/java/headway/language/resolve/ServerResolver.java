package headway.language.resolve;

import headway.base.diagnostic.Diagnostics;
import headway.base.units.Address;
import headway.language.draft.ProxyDraft;
import headway.language.draft.ServerDraft;
import headway.language.model.InitialAddress;
import headway.language.model.ServerAddress;
import headway.language.model.ServerLine;
import headway.language.table.HostLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the model's servers: numbers, twins, addresses of names. */
final class ServerResolver {
    private final HostLookup lookup;
    private final boolean ignoresFailures;
    private final Diagnostics out;

    /**
     * @param ignoresFailures {@code -dr}: a server whose name is not known starts down
     */
    ServerResolver(HostLookup lookup, boolean ignoresFailures, Diagnostics out) {
        this.lookup = lookup;
        this.ignoresFailures = ignoresFailures;
        this.out = out;
    }

    List<ServerLine> resolve(ProxyDraft proxy) {
        var drafts = proxy.back.servers;
        findTwins(proxy, drafts);
        var taken = takenIds(proxy, drafts);
        var lines = new ArrayList<ServerLine>();
        var next = 1;
        for (var draft : drafts) {
            // HAProxy: a server with an id of its own uses up a number, too.
            var isOwn = draft.id != 0;
            draft.isIdForced |= isOwn;
            while (!isOwn && taken.contains(next)) next++;
            if (!isOwn) draft.id = next;
            next++;
            var address = draft.address;
            if (address == null) continue;
            checkPort(proxy, draft, address);
            lines.add(draft.done(found(proxy, draft, address)));
        }
        return lines;
    }

    private void findTwins(ProxyDraft proxy, List<ServerDraft> drafts) {
        Map<String, ServerDraft> byName = new HashMap<>();
        for (var draft : drafts) {
            var twin = byName.putIfAbsent(draft.name, draft);
            if (twin != null)
                out.alert(
                        draft.position,
                        "proxy '" + proxy.name + "', another server named '" + draft.name
                                + "' was already defined at line " + twin.position.line()
                                + ", please use distinct names.");
        }
    }

    private Set<Integer> takenIds(ProxyDraft proxy, List<ServerDraft> drafts) {
        Map<Integer, ServerDraft> byId = new HashMap<>();
        for (var draft : drafts) {
            if (draft.id == 0) continue;
            var twin = byId.putIfAbsent(draft.id, draft);
            if (twin != null)
                out.alert(
                        draft.position,
                        title(proxy, draft) + " : 'id' : custom id " + draft.id + " already used at " + twin.position
                                + " ('server " + twin.name + "').");
        }
        return new HashSet<>(byId.keySet());
    }

    private static String title(ProxyDraft proxy, ServerDraft draft) {
        return "'server " + proxy.name + "/" + draft.name + "'";
    }

    /** A check needs a port: {@code port}, the server's, or none at all where there are no ports. */
    private void checkPort(ProxyDraft proxy, ServerDraft draft, ServerAddress address) {
        if (!draft.check || draft.checkPort > 0) return;
        var hasPort =
                switch (address) {
                    case ServerAddress.Literal(Address.Inet _, var ports, var _) -> ports == ServerAddress.Ports.FIXED;
                    case ServerAddress.Literal _ -> true;
                    case ServerAddress.HostName name -> name.ports() == ServerAddress.Ports.FIXED;
                };
        if (!hasPort)
            out.alert(
                    draft.position,
                    "proxy '" + proxy.name + "': server '" + draft.name + "' has neither service port nor check port.");
    }

    private ServerAddress found(ProxyDraft proxy, ServerDraft draft, ServerAddress address) {
        if (!(address instanceof ServerAddress.HostName name)) return address;
        for (var way : draft.initialAddresses) {
            switch (way) {
                // There is no state file yet, so nothing was kept.
                case InitialAddress.Last() -> {}
                case InitialAddress.None() -> {
                    return name;
                }
                case InitialAddress.Fixed(var fixed) -> {
                    return with(name, fixed.bytes());
                }
                case InitialAddress.Libc() -> {
                    var bytes = lookedUp(name);
                    if (bytes != null) return with(name, bytes);
                }
            }
        }
        if (!ignoresFailures)
            out.alert(draft.position, title(proxy, draft) + " : could not resolve address '" + name.name() + "'.");
        return name;
    }

    private byte @Nullable [] lookedUp(ServerAddress.HostName name) {
        for (var bytes : lookup.find(name.name())) if (suits(bytes, name.family())) return bytes;
        return null;
    }

    private static ServerAddress with(ServerAddress.HostName name, byte[] bytes) {
        return new ServerAddress.HostName(
                name.name(),
                name.family(),
                new Address.Inet(bytes, name.port()),
                name.port(),
                name.ports(),
                name.offset());
    }

    private static boolean suits(byte[] bytes, ServerAddress.Family family) {
        return switch (family) {
            case ANY -> true;
            case V4 -> bytes.length == 4;
            case V6 -> bytes.length == 16;
        };
    }
}
