package headway.language.resolve;

import headway.language.table.HostLookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The system's way from names to addresses; blocks. */
public final class SystemLookup implements HostLookup {
    @Override
    public List<byte[]> find(String host) {
        // The JDK takes an empty name for the machine itself; what is no name is none here.
        if (host.isEmpty() || host.indexOf(' ') >= 0) return List.of();
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(InetAddress::getAddress)
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
