package headway.base.units;

import java.util.Arrays;

/** The address of a socket, resolved. Equal addresses are equal by value. */
public sealed interface Address {
    /** An IPv4 (4 bytes) or IPv6 (16 bytes) address with a port. The array is not copied: nobody writes to it. */
    record Inet(byte[] bytes, int port) implements Address {
        public boolean isV6() {
            return bytes.length == 16;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Inet(var otherBytes, var otherPort)
                    && port == otherPort
                    && Arrays.equals(bytes, otherBytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes) * 31 + port;
        }

        /** {@code 127.0.0.1:80}; an IPv6 address in brackets, with all its eight groups. */
        @Override
        public String toString() {
            var text = new StringBuilder();
            for (var i = 0; i < bytes.length; i += isV6() ? 2 : 1) {
                if (i > 0) text.append(isV6() ? ':' : '.');
                var first = bytes[i] & 0xff;
                text.append(isV6() ? Integer.toHexString(first << 8 | bytes[i + 1] & 0xff) : Integer.toString(first));
            }
            return (isV6() ? "[" + text + "]" : text) + ":" + port;
        }
    }

    /** A UNIX stream socket's path. */
    record Unix(String path) implements Address {}

    /** A name in Linux' abstract namespace, without the leading NUL. */
    record Abstract(String name) implements Address {}

    /** A descriptor that was inherited or passed. */
    record Descriptor(int number) implements Address {}
}
