package headway.language.table;

import java.util.List;

/** Names to addresses, as the system does it. */
@FunctionalInterface
public interface HostLookup {
    /** Addresses of 4 or 16 bytes in the system's order; none when the name is not known. */
    List<byte[]> find(String host);
}
