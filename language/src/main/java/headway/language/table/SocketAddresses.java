package headway.language.table;

import headway.base.units.Address;
import headway.base.units.AddressException;
import headway.base.units.IpLiteral;
import headway.base.units.Ports;
import headway.base.units.SocketText;
import headway.base.units.SocketText.Family;
import headway.base.units.SocketText.Place;
import headway.base.units.SocketText.Transport;
import headway.language.known.Awaited;
import headway.language.model.ServerAddress;
import headway.language.syntax.Mistake;
import java.util.ArrayList;
import java.util.List;

/** What texts of addresses mean in each of the places where they may stand. */
final class SocketAddresses {
    /** A range of ports on each of several addresses on one line is written out; more is a mistake. */
    private static final int MOST_ADDRESSES = 1 << 17;

    private static final byte[] ANY_V4 = new byte[4];
    private static final byte[] ANY_V6 = new byte[16];

    private SocketAddresses() {}

    /** All addresses of a {@code bind} line; several are parted by commas. */
    static List<Address> toListenOn(String text, Arguments words) throws Mistake {
        var addresses = new ArrayList<Address>();
        for (var part : text.split(",", -1)) {
            try {
                listen(words.socket(part), words, addresses);
            } catch (AddressException e) {
                throw words.mistake("'" + words.keyword() + "' : " + e.getMessage());
            }
        }
        return addresses;
    }

    /** All addresses of a {@code dgram-bind} line. */
    static List<Address> toReceiveOn(String text, Arguments words) throws Mistake {
        var addresses = new ArrayList<Address>();
        for (var part : text.split(",", -1)) {
            try {
                var socket = words.socket(part);
                if (socket.transport() != Transport.ANY && socket.transport() != Transport.DATAGRAM)
                    throw new AddressException("stream-type address not acceptable in '" + part + "'");
                switch (socket.place()) {
                    case Place.Inet inet -> inet(inet, part, words, addresses);
                    case Place.Unix(var path) -> addresses.add(new Address.Unix(path));
                    case Place.Abstract(var name) -> addresses.add(new Address.Abstract(name));
                    case Place.Descriptor _, Place.SocketPair _ ->
                        throw new AddressException("a file descriptor is not acceptable here in '" + part + "'");
                }
            } catch (AddressException e) {
                throw words.mistake("'" + words.keyword() + " " + part + "' : " + e.getMessage());
            }
        }
        return addresses;
    }

    private static void inet(Place.Inet inet, String text, Arguments words, List<Address> addresses)
            throws AddressException {
        var ports = portsToListenOn(inet.ports(), text);
        var host = host(inet, text, words.reading().lookup());
        if (addresses.size() + ports.high() - ports.low() >= MOST_ADDRESSES)
            throw new AddressException("too many ports in '" + text + "'");
        for (var port = ports.low(); port <= ports.high(); port++) addresses.add(new Address.Inet(host, port));
    }

    private static void listen(SocketText text, Arguments words, List<Address> addresses) throws AddressException {
        stream(text);
        switch (text.place()) {
            case Place.Unix(var path) -> addresses.add(new Address.Unix(path));
            case Place.Abstract(var name) -> addresses.add(new Address.Abstract(name));
            case Place.Descriptor(var number) -> addresses.add(new Address.Descriptor(number));
            case Place.SocketPair _ -> throw notYet("'sockpair@'", text, Awaited.MASTER);
            case Place.Inet inet -> inet(inet, text.text(), words, addresses);
        }
    }

    private static Ports.Range portsToListenOn(Ports ports, String text) throws AddressException {
        return switch (ports) {
            case Ports.Range range
            when range.low() == 0 -> throw new AddressException("invalid port '" + range.low() + "'");
            case Ports.Range range -> range;
            case Ports.None() -> throw new AddressException("missing port specification in '" + text + "'");
            case Ports.Offset _ -> throw new AddressException("port offset not permitted here in '" + text + "'");
        };
    }

    private static void stream(SocketText text) throws AddressException {
        switch (text.transport()) {
            case ANY, STREAM -> {}
            case DATAGRAM -> throw new AddressException("dgram-type address not acceptable in '" + text.text() + "'");
            case QUIC -> throw notYet("QUIC", text, Awaited.QUIC);
            case MPTCP -> throw notYet("MPTCP", text, Awaited.MPTCP);
        }
    }

    private static AddressException notYet(String what, SocketText text, Awaited awaited) {
        return new AddressException(what + " is known, but Headway does not support it yet, in '" + text.text() + "'. "
                + awaited.sentence());
    }

    /** An address for a host, looked up when it is a name. */
    static byte[] host(Place.Inet inet, String text, HostLookup lookup) throws AddressException {
        var host = inet.host();
        if (host.isEmpty() || host.equals("*")) return inet.family() == Family.V6 ? ANY_V6 : ANY_V4;
        var literal = IpLiteral.parse(host);
        var found = literal.isPresent() ? List.of(literal.get()) : lookup.find(host);
        for (var address : found) if (suits(address, inet.family())) return address;
        throw new AddressException("invalid address: '" + host + "' in '" + text + "'");
    }

    static boolean suits(byte[] address, Family family) {
        return switch (family) {
            case ANY -> true;
            case V4 -> address.length == 4;
            case V6 -> address.length == 16;
        };
    }

    /** The address of a server; a name is left as it is. */
    static ServerAddress ofServer(String text, Arguments words) throws Mistake {
        try {
            return server(words.socket(text));
        } catch (AddressException e) {
            throw words.mistake(String.valueOf(e.getMessage()));
        }
    }

    /** True when the prefix of a server's address asks for datagrams, which only logs go by. */
    static boolean isDatagrams(String text, Arguments words) {
        try {
            return words.socket(text).transport() == Transport.DATAGRAM;
        } catch (AddressException e) {
            return false;
        }
    }

    private static ServerAddress server(SocketText text) throws AddressException {
        if (text.transport() != Transport.DATAGRAM) stream(text);
        return switch (text.place()) {
            case Place.Unix(var path) -> literal(new Address.Unix(path));
            case Place.Abstract(var name) -> literal(new Address.Abstract(name));
            case Place.Descriptor _ ->
                throw new AddressException("a file descriptor is not acceptable here in '" + text.text() + "'");
            case Place.SocketPair _ -> throw notYet("'sockpair@'", text, Awaited.MASTER);
            case Place.Inet inet -> server(inet, text.text());
        };
    }

    private static ServerAddress literal(Address address) {
        return new ServerAddress.Literal(address, ServerAddress.Ports.FIXED, 0);
    }

    private static ServerAddress server(Place.Inet inet, String text) throws AddressException {
        var fixed = inet.ports() instanceof Ports.Range range && range.low() > 0;
        var ports = fixed ? ServerAddress.Ports.FIXED : ServerAddress.Ports.CLIENTS_PLUS_OFFSET;
        var port = 0;
        var offset = 0;
        switch (inet.ports()) {
            case Ports.None() -> {}
            case Ports.Offset(var value) -> offset = value;
            case Ports.Range range when range.isOne() -> port = range.low();
            case Ports.Range _ -> throw new AddressException("port range not permitted here in '" + text + "'");
        }
        var host = inet.host();
        if (host.isEmpty() || host.equals("*"))
            return new ServerAddress.Literal(
                    new Address.Inet(inet.family() == Family.V6 ? ANY_V6 : ANY_V4, port), ports, offset);
        var literal = IpLiteral.parse(host);
        if (literal.isEmpty())
            return new ServerAddress.HostName(
                    host, ServerAddress.Family.valueOf(inet.family().name()), null, port, ports, offset);
        if (!suits(literal.get(), inet.family()))
            throw new AddressException("invalid address: '" + host + "' in '" + text + "'");
        return new ServerAddress.Literal(new Address.Inet(literal.get(), port), ports, offset);
    }

    /** An address with at most one port, looked up at once: {@code source}, {@code addr}. */
    static Address.Inet plain(String text, Arguments words) throws Mistake {
        try {
            var socket = words.socket(text);
            if (socket.transport() != Transport.ANY || !(socket.place() instanceof Place.Inet inet))
                throw new AddressException("unusable address type in '" + text + "'");
            return new Address.Inet(host(inet, text, words.reading().lookup()), onePort(inet.ports(), text));
        } catch (AddressException e) {
            throw words.mistake("'" + words.keyword() + "' : " + e.getMessage());
        }
    }

    static int onePort(Ports ports, String text) throws AddressException {
        return switch (ports) {
            case Ports.None() -> 0;
            case Ports.Range range when range.isOne() -> range.low();
            case Ports.Range _ -> throw new AddressException("port range not permitted here in '" + text + "'");
            case Ports.Offset _ -> throw new AddressException("port offset not permitted here in '" + text + "'");
        };
    }
}
