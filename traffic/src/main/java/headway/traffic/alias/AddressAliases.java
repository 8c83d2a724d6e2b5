package headway.traffic.alias;

import static headway.language.sample.AliasEntry.Kind.NUMBER;
import static headway.language.sample.AliasEntry.Kind.TEXT;
import static headway.language.sample.AliasEntry.Known.WITH_RESPONSE;
import static headway.language.sample.AliasEntry.alias;
import static headway.traffic.alias.Facts.account;
import static headway.traffic.alias.Facts.number;

import headway.base.units.Address;
import headway.language.line.AddressText;
import headway.language.line.LineWriter;
import headway.language.sample.AliasEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses and ports of both connections. A UNIX socket has the word {@code unix}, and its listener's number for a port. */
final class AddressAliases {
    private static final String ENDS = "src=10.0.0.1:52702 dst=10.0.0.2:8080 server=10.0.0.3:81 from=10.0.0.2:4000";

    static final List<AliasEntry> TABLE = List.of(
            alias("%ci", TEXT, WITH_RESPONSE)
                    .summary("The client's address.")
                    .example("%ci:%cp %{+X}ci:%{+X}cp", ENDS, "10.0.0.1:52702 0A000001:CDDE")
                    .hexadecimal((scope, out) -> hexadecimal(out, scope.source()))
                    .writes((scope, out) -> host(out, scope.source())),
            alias("%cp", NUMBER, WITH_RESPONSE)
                    .summary("The client's port.")
                    .example("%cp", ENDS, "52702")
                    .hexadecimal((scope, out) -> hexadecimalPort(out, scope.source(), account(scope).bindId))
                    .writes((scope, out) -> port(out, scope.source(), account(scope).bindId)),
            alias("%fi", TEXT, WITH_RESPONSE)
                    .summary("The address that the client connected to.")
                    .example("%fi:%fp", ENDS, "10.0.0.2:8080")
                    .hexadecimal((scope, out) -> hexadecimal(out, scope.destination()))
                    .writes((scope, out) -> host(out, scope.destination())),
            alias("%fp", NUMBER, WITH_RESPONSE)
                    .summary("The port that the client connected to.")
                    .example("%fp %{+X}fp", ENDS, "8080 1F90")
                    .hexadecimal((scope, out) -> hexadecimalPort(out, scope.destination(), account(scope).bindId))
                    .writes((scope, out) -> port(out, scope.destination(), account(scope).bindId)),
            alias("%bi", TEXT, WITH_RESPONSE)
                    .summary("The address that the connection to the server comes from.")
                    .example("%bi:%bp", ENDS, "10.0.0.2:4000")
                    .hexadecimal((scope, out) -> hexadecimal(out, account(scope).serverSource))
                    .writes((scope, out) -> host(out, account(scope).serverSource)),
            alias("%bp", NUMBER, WITH_RESPONSE)
                    .summary("The port that the connection to the server comes from.")
                    .example("%bp", ENDS, "4000")
                    .hexadecimal((scope, out) -> hexadecimalPort(out, account(scope).serverSource, 0))
                    .writes((scope, out) -> port(out, account(scope).serverSource, 0)),
            alias("%si", TEXT, WITH_RESPONSE)
                    .summary("The address of the server.")
                    .example("%si:%sp", ENDS, "10.0.0.3:81")
                    .hexadecimal((scope, out) -> hexadecimal(out, account(scope).serverAddress))
                    .writes((scope, out) -> host(out, account(scope).serverAddress)),
            alias("%sp", NUMBER, WITH_RESPONSE)
                    .summary("The port of the server.")
                    .example("%sp", ENDS, "81")
                    .hexadecimal((scope, out) -> hexadecimalPort(out, account(scope).serverAddress, 0))
                    .writes((scope, out) -> port(out, account(scope).serverAddress, 0)));

    private AddressAliases() {}

    private static boolean host(LineWriter out, @Nullable Address address) {
        if (address == null) return false;
        AddressText.host(out, address);
        return true;
    }

    private static boolean port(LineWriter out, @Nullable Address address, int otherwise) {
        if (address == null) return false;
        return number(out, address instanceof Address.Inet inet ? inet.port() : otherwise);
    }

    private static boolean hexadecimal(LineWriter out, @Nullable Address address) {
        if (!(address instanceof Address.Inet inet)) return host(out, address);
        for (var part : inet.bytes()) out.hexadecimal(part & 0xff, 2);
        return true;
    }

    private static boolean hexadecimalPort(LineWriter out, @Nullable Address address, int otherwise) {
        if (address == null) return false;
        return Facts.hexadecimal(out, address instanceof Address.Inet inet ? inet.port() : otherwise, 4);
    }
}
