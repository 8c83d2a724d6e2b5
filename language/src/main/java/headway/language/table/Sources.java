package headway.language.table;

import headway.base.units.Address;
import headway.base.units.AddressException;
import headway.base.units.Ports;
import headway.base.units.SocketText.Place;
import headway.language.known.Awaited;
import headway.language.model.Source;
import headway.language.syntax.Mistake;
import org.jspecify.annotations.Nullable;

/** {@code source}, of a backend and of a server. */
final class Sources {
    private Sources() {}

    static Source read(Arguments words) throws Mistake {
        if (!words.has())
            throw words.mistake(
                    "'source' expects <addr>[:<port>[-<port>]], and optionally 'usesrc' <addr>, and 'interface' <name> as argument.");
        var text = words.next();
        try {
            var socket = words.socket(text);
            if (!(socket.place() instanceof Place.Inet inet))
                throw new AddressException("unusable address type in '" + text + "'");
            var host = SocketAddresses.host(inet, text, words.reading().lookup());
            return switch (inet.ports()) {
                case Ports.None() -> new Source(new Address.Inet(host, 0), 0, device(words));
                case Ports.Range range
                when !range.isOne() ->
                    throw words.mistake(Messages.notYet("source with a range of ports", Awaited.SOURCES));
                case Ports.Range(var low, var high) -> new Source(new Address.Inet(host, low), high, device(words));
                case Ports.Offset _ -> throw new AddressException("port offset not permitted here in '" + text + "'");
            };
        } catch (AddressException e) {
            throw words.mistake("'source " + text + "' : " + e.getMessage());
        }
    }

    private static @Nullable String device(Arguments words) throws Mistake {
        String device = null;
        while (words.has()) {
            if (words.takes("usesrc")) throw words.mistake(Messages.notYet("source ... usesrc", Awaited.SOURCES));
            if (!words.takes("interface")) break;
            if (!words.has()) throw words.mistake("'source' : missing interface name.");
            device = words.next();
        }
        return device;
    }
}
