package headway.traffic.stream;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.http.Head;
import headway.language.model.HttpSettings.AddressField;
import headway.language.model.HttpSettings.Network;
import headway.language.sample.Scratch;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code option forwardfor} and {@code option originalto}: a field with an address, added to the request. */
final class AddressEdit {
    /** The longest text of an IPv6 address. */
    private static final int LONGEST = 45;

    private final AddressField field;
    private final int nameAt;
    private final int nameLength;

    AddressEdit(AddressField field) {
        this.field = field;
        var name = field.name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        nameAt = Buffers.constant(name);
        nameLength = name.length;
    }

    /** {@code if-none}. */
    boolean isOptional() {
        return field.ifNone();
    }

    /**
     * Adds the field.
     *
     * @param ifNone only when the request has none
     */
    void apply(Head request, Address address, Scratch scratch, boolean ifNone) {
        if (!(address instanceof Address.Inet inet) || isExcepted(inet)) return;
        if (ifNone && request.find(nameAt, nameLength, 0) >= 0) return;
        var at = scratch.take(LONGEST);
        request.add(0, nameAt, nameLength, at, write(inet.bytes(), at));
    }

    private boolean isExcepted(Address.Inet address) {
        for (var i = 0; i < field.exceptions().size(); i++) {
            if (contains(field.exceptions().get(i), address.bytes())) return true;
        }
        return false;
    }

    private static boolean contains(Network network, byte[] address) {
        var wanted = network.address();
        if (wanted.length != address.length) return false;
        for (var bit = 0; bit < network.prefixLength(); bit += 8) {
            var mask = 0xff << Math.max(0, 8 - (network.prefixLength() - bit)) & 0xff;
            if (((wanted[bit >> 3] ^ address[bit >> 3]) & mask) != 0) return false;
        }
        return true;
    }

    /** Writes the address; returns the length. */
    static int write(byte[] address, int at) {
        return address.length == 4 ? writeV4(address, at) : writeV6(address, at);
    }

    private static int writeV4(byte[] address, int at) {
        var p = at;
        for (var i = 0; i < 4; i++) {
            if (i > 0) Slab.putByte(p++, (byte) '.');
            var value = address[i] & 0xff;
            if (value >= 100) Slab.putByte(p++, (byte) ('0' + value / 100));
            if (value >= 10) Slab.putByte(p++, (byte) ('0' + value / 10 % 10));
            Slab.putByte(p++, (byte) ('0' + value % 10));
        }
        return p - at;
    }

    /** RFC 5952: lower case, no leading zeros, the longest row of zeros (two groups at least) shortened. */
    private static int writeV6(byte[] address, int at) {
        var run = longestZeros(address);
        var runStart = run >> 4;
        var runLength = run & 15;
        var p = at;
        for (var i = 0; i < 8; i++) {
            if (runLength > 1 && i == runStart) {
                Slab.putByte(p++, (byte) ':');
                if (i == 0) Slab.putByte(p++, (byte) ':');
                i += runLength - 1;
                continue;
            }
            p = hex((address[i * 2] & 0xff) << 8 | address[i * 2 + 1] & 0xff, p);
            if (i < 7) Slab.putByte(p++, (byte) ':');
        }
        return p - at;
    }

    private static int hex(int group, int at) {
        var p = at;
        for (var shift = Math.max(0, 28 - Integer.numberOfLeadingZeros(group | 1) & ~3); shift >= 0; shift -= 4) {
            Slab.putByte(p++, (byte) "0123456789abcdef".charAt(group >> shift & 15));
        }
        return p;
    }

    private static int longestZeros(byte[] address) {
        var best = 0;
        for (var i = 0; i < 8; i++) {
            var length = 0;
            while (i + length < 8 && address[(i + length) * 2] == 0 && address[(i + length) * 2 + 1] == 0) length++;
            if (length > (best & 15)) best = i << 4 | length;
            if (length > 0) i += length - 1;
        }
        return best;
    }
}
