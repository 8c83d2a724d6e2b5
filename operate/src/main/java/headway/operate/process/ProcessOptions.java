package headway.operate.process;

import java.util.Set;

/**
 * What the command line says about a run and the configuration does not know; the command line wins over the configuration.
 *
 * @param connections {@code -n}: limit of the process, or 0 when not given
 * @param proxyConnections {@code -N}: {@code maxconn} of proxies that name none, or 0 when not given
 * @param megabytes {@code -m}: limit of memory, or 0 when not given
 * @param localPeer {@code -L}, or the host's name
 * @param switches the rest, which is either there or not
 */
public record ProcessOptions(
        int connections, int proxyConnections, int megabytes, String localPeer, Set<Switch> switches) {
    public static final ProcessOptions NONE = new ProcessOptions(0, 0, 0, "localhost", Set.of());

    public ProcessOptions {
        switches = Set.copyOf(switches);
    }

    public boolean has(Switch wanted) {
        return switches.contains(wanted);
    }

    /** Options without a value that reach the runtime. */
    public enum Switch {
        /** {@code -d} */
        DEBUG,
        /** {@code -de} */
        NO_EPOLL,
        /** {@code -dp} */
        NO_POLL,
        /** {@code -dS} */
        NO_SPLICE,
        /** {@code -dF} */
        NO_FAST_FORWARD,
        /** {@code -dZ} */
        NO_ZERO_COPY,
        /** {@code -dR} */
        NO_REUSE_PORT,
        /** {@code -dG} */
        NO_GETADDRINFO,
        /** {@code -dr} */
        IGNORE_UNRESOLVED,
        /** {@code -dV} */
        NO_SERVER_VERIFY,
        /** {@code -dM} */
        POISON_MEMORY,
        /** {@code -dD} */
        DIAGNOSE,
        /** {@code -dW} */
        ZERO_WARNING,
        /** {@code -4} */
        IPV4_ONLY
    }
}
