package headway.operate.log;

import headway.language.model.LogTarget.Sink;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Opens what {@code log} lines name; each once. */
@FunctionalInterface
public interface LogSinks {
    LogSink open(Sink sink);

    /** {@code log-send-hostname} without a name. */
    static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
