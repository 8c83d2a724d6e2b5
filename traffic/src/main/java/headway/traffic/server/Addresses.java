package headway.traffic.server;

import headway.base.diagnostic.Diagnostics;
import headway.base.units.Address;
import headway.language.model.InitialAddress;
import headway.language.model.ServerAddress;
import headway.language.model.ServerAddress.Family;
import headway.language.model.ServerAddress.HostName;
import headway.language.model.ServerAddress.Literal;
import headway.language.model.ServerAddress.Ports;
import headway.language.model.ServerLine;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of servers at start. Names are looked up all at once, each on a virtual thread, in the way that {@code init-addr} says.
 */
public final class Addresses {
    /** How a name becomes its addresses. */
    @FunctionalInterface
    public interface LookUp {
        List<InetAddress> all(String name) throws UnknownHostException;

        LookUp SYSTEM = name -> List.of(InetAddress.getAllByName(name));
    }

    private final LookUp lookUp;

    public Addresses(LookUp lookUp) {
        this.lookUp = lookUp;
    }

    /**
     * Looks up the names of all these servers and waits for it.
     *
     * @return by server; a server whose name has no address, but may start without ({@code none}), is not in it
     */
    public Map<ServerLine, Address> resolve(List<ServerLine> lines, Diagnostics out) throws InterruptedException {
        var answers = lookUpAll(lines);
        var found = new HashMap<ServerLine, Address>();
        for (var line : lines) {
            switch (line.address()) {
                case Literal literal -> found.put(line, literal.address());
                case HostName name -> {
                    var address = first(line, name, answers.getOrDefault(name.name(), List.of()), out);
                    if (address != null) found.put(line, address);
                }
            }
        }
        return found;
    }

    private Map<String, List<InetAddress>> lookUpAll(List<ServerLine> lines) throws InterruptedException {
        var answers = new ConcurrentHashMap<String, List<InetAddress>>();
        var threads = lines.stream()
                .filter(line -> line.initialAddresses().stream().anyMatch(InitialAddress.Libc.class::isInstance))
                .map(ServerLine::address)
                .filter(HostName.class::isInstance)
                .map(address -> ((HostName) address).name())
                .distinct()
                .map(name -> Thread.startVirtualThread(() -> answers.put(name, ask(name))))
                .toList();
        for (var thread : threads) thread.join();
        return answers;
    }

    private List<InetAddress> ask(String name) {
        try {
            return lookUp.all(name);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static @Nullable Address first(ServerLine line, HostName name, List<InetAddress> answers, Diagnostics out) {
        for (var way : line.initialAddresses()) {
            switch (way) {
                // There is no state file yet, which has nothing to say about any server then.
                case InitialAddress.Last last -> {}
                case InitialAddress.Fixed fixed -> {
                    return new Address.Inet(fixed.address().bytes(), name.port());
                }
                case InitialAddress.None none -> {
                    return null;
                }
                case InitialAddress.Libc libc -> {
                    var answer = fitting(answers, name.family());
                    if (answer != null) return new Address.Inet(answer.getAddress(), name.port());
                }
            }
        }
        out.alert(line.position(), "'server " + line.name() + "' : could not resolve address '" + name.name() + "'.");
        return null;
    }

    /** HAProxy takes IPv4 where either will do. */
    private static @Nullable InetAddress fitting(List<InetAddress> answers, Family family) {
        InetAddress sixth = null;
        for (var answer : answers) {
            var isV4 = answer instanceof Inet4Address;
            if (isV4 && family != Family.V6) return answer;
            if (!isV4 && family != Family.V4 && sixth == null) sixth = answer;
        }
        return sixth;
    }

    /** The port is the one that the client connected to, plus this. */
    public static boolean followsClientsPort(ServerAddress address) {
        return ports(address) == Ports.CLIENTS_PLUS_OFFSET;
    }

    static int offset(ServerAddress address) {
        return switch (address) {
            case Literal literal -> literal.offset();
            case HostName name -> name.offset();
        };
    }

    private static Ports ports(ServerAddress address) {
        return switch (address) {
            case Literal literal -> literal.ports();
            case HostName name -> name.ports();
        };
    }
}
