package headway.app;

import headway.traffic.server.OperatorLog;
import headway.wire.engine.NetworkFailure;
import java.util.function.Consumer;

/** Tells the operator, in HAProxy's words, why a proxy cannot take a client in. All is made before: without a descriptor not even a class can be loaded. */
final class Shortage implements Consumer<NetworkFailure> {
    private final OperatorLog log;
    private final String ofProcess;
    private final String ofSystem;
    private final String ofMemory;

    Shortage(String proxy, int descriptors, OperatorLog log) {
        this.log = log;
        ofProcess = "Proxy " + proxy + " reached process FD limit (maxsock=" + descriptors
                + "). Please check 'ulimit-n' and restart.";
        ofSystem = system(proxy, "FD", descriptors);
        ofMemory = system(proxy, "memory", descriptors);
    }

    private static String system(String proxy, String what, int descriptors) {
        return "Proxy " + proxy + " reached system " + what + " limit (maxsock=" + descriptors
                + "). Please check system tunables.";
    }

    @Override
    public void accept(NetworkFailure failure) {
        // Anything else is wrong with one connection, and no shortage.
        if (failure == NetworkFailure.NO_DESCRIPTORS) log.log(OperatorLog.Level.EMERG, ofProcess);
        else if (failure == NetworkFailure.NO_SYSTEM_DESCRIPTORS) log.log(OperatorLog.Level.EMERG, ofSystem);
        else if (failure == NetworkFailure.NO_MEMORY) log.log(OperatorLog.Level.EMERG, ofMemory);
    }
}
