package headway.language.model;

import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/**
 * What to connect from ({@code source}).
 *
 * @param lastPort of a range of ports that begins with the address's; the same as that one when there is no range
 * @param device network interface, or null
 */
public record Source(
        Address.Inet address, int lastPort, @Nullable String device) {}
