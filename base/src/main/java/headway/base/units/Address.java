package headway.base.units;

/** The address of a socket, resolved. */
public sealed interface Address {
    /** An IPv4 (4 bytes) or IPv6 (16 bytes) address with a port. */
    record Inet(byte[] bytes, int port) implements Address {
        public boolean isV6() {
            return bytes.length == 16;
        }
    }

    /** A UNIX stream socket's path. */
    record Unix(String path) implements Address {}

    /** A name in Linux' abstract namespace, without the leading NUL. */
    record Abstract(String name) implements Address {}

    /** A descriptor that was inherited or passed. */
    record Descriptor(int number) implements Address {}
}
