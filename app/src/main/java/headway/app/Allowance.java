package headway.app;

import headway.language.model.Configuration;
import headway.language.model.ProcessSettings;
import headway.language.model.Proxy;
import headway.operate.log.Console;
import headway.operate.process.Descriptors;
import headway.operate.process.ProcessOptions;
import headway.operate.system.Libc;

/** The descriptors that a configuration needs, and getting them from the system: {@code maxconn}, {@code ulimit-n}, {@code strict-limits}, {@code fd-hard-limit}. */
record Allowance(Console console, String launcher, ProcessSettings settings) {
    /** What the program has open besides the sockets of connections and listeners. */
    private static final int OWN = 32;

    private static final int OF_A_LOOP = 3;

    /**
     * Raises the limit as far as it has to be.
     *
     * @return how many the process may have; -1 when it is not to start, of which the operator has been told
     */
    int of(Libc libc, Configuration configuration, ProcessOptions options) {
        var have = Descriptors.limit(libc);
        var connections = options.connections() > 0 ? options.connections() : settings.maxConnections();
        var asked = settings.descriptorLimit();
        var wanted = asked > 0 ? asked : connections > 0 ? needed(configuration, options, connections) : 0;
        if (have >= 0 && (wanted > have || asked > 0) && !Descriptors.limit(libc, wanted)) {
            if (!refused(wanted, have, connections)) return -1;
        }
        var allowed = Math.max(0, Descriptors.limit(libc));
        return (int) Math.min(allowed, wanted > 0 ? Integer.MAX_VALUE : settings.mostDescriptors());
    }

    private static long needed(Configuration configuration, ProcessOptions options, int connections) {
        var listeners = configuration.global().stats().sockets().size();
        for (Proxy proxy : configuration.proxies()) {
            for (var bind : proxy.front().binds()) listeners += bind.addresses().size();
        }
        var threads = configuration.global().process().threads();
        var loops = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        var pipes = PipeLimit.of(configuration.global().tuning(), options, loops, connections);
        return 2L * connections + 2L * pipes + listeners + (long) OF_A_LOOP * loops + OWN;
    }

    /** As HAProxy, it starts all the same only after {@code no strict-limits}; false when it does not. */
    private boolean refused(long wanted, long have, int connections) {
        var place = "[" + launcher + ".main()] ";
        var text = place + "Cannot raise FD limit to " + wanted + ", limit is " + have + ".";
        if (settings.runMode().strictLimits()) {
            console.alert(text);
            return false;
        }
        console.warning(text);
        if (connections > 0) {
            console.alert(place + "FD limit (" + have + ") too low for maxconn=" + connections + "/maxsock=" + wanted
                    + ". Please raise 'ulimit-n' to " + wanted + " or more to avoid any trouble.");
        }
        return true;
    }
}
