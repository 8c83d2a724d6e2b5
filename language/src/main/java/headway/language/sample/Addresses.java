package headway.language.sample;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import org.jspecify.annotations.Nullable;

/** Addresses as samples, and as configurations write them. */
public final class Addresses {
    /** A piece of the slab for reading texts of the configuration, one at a time. */
    private static final int PLACE = Buffers.constant(new byte[AddressText.MOST]);

    private Addresses() {}

    /** Puts the address of a socket into the sample; a mapped one is IPv6 still. */
    public static boolean read(@Nullable Address address, Sample out) {
        if (!(address instanceof Address.Inet inet)) return false;
        var bytes = inet.bytes();
        if (bytes.length == 4) return out.ipv4((int) number(bytes, 0, 4));
        return out.ipv6(number(bytes, 0, 8), number(bytes, 8, 8));
    }

    private static long number(byte[] bytes, int from, int count) {
        var number = 0L;
        for (var i = from; i < from + count; i++) number = number << 8 | bytes[i] & 255;
        return number;
    }

    /** Reads the text of an address in the slab; false when it is none. */
    public static boolean read(int at, int length, Sample out) {
        var v4 = AddressText.readV4(at, length);
        return v4 >= 0 ? out.ipv4((int) v4) : AddressText.readV6(at, length, out);
    }

    /** Cold: four decimal numbers, or -1. */
    public static synchronized long v4(String text) {
        var at = put(text);
        return at < 0 ? -1 : AddressText.readV4(at, text.length());
    }

    /** Cold: an IPv6 address into {@code out}. */
    public static synchronized boolean v6(String text, Sample out) {
        var at = put(text);
        return at >= 0 && AddressText.readV6(at, text.length(), out);
    }

    private static int put(String text) {
        if (text.length() > AddressText.MOST) return -1;
        for (var i = 0; i < text.length(); i++) Slab.putByte(PLACE + i, (byte) text.charAt(i));
        return PLACE;
    }
}
