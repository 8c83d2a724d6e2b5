package headway.traffic.stream;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.model.ProxyOption;
import headway.language.sample.Sample;
import headway.traffic.balance.RdpCookie;
import headway.traffic.persist.RequestCookies;
import headway.traffic.persist.ResponseCookies;
import headway.traffic.persist.Visit;
import headway.traffic.server.Server;
import org.jspecify.annotations.Nullable;

/** Persistence: whether the client is to go back to a server, by its cookie or the cookie of RDP, and what it is told. */
final class Loyalty {
    private final Stream stream;
    private final RequestCookies cookies = new RequestCookies();
    private final Sample value = new Sample();
    private boolean read;
    final Visit visit = new Visit();

    Loyalty(Stream stream) {
        this.stream = stream;
    }

    void clear() {
        visit.clear();
        read = false;
    }

    /** The backend is known, or the frontend is one too: HAProxy logs from now on that no cookie was seen. */
    void begin(@Nullable BackendTarget target) {
        visit.clear();
        read = false;
        if (target != null && target.cookie() != null) visit.begin(target.cookie());
    }

    /** Before a server is chosen for the first time, and before a denial, which HAProxy logs with the server that was meant. */
    void readRequest(BackendTarget target) {
        if (read) return;
        read = true;
        visit.forced |= target.policy().proxy().has(ProxyOption.PERSIST);
        var cookie = target.cookie();
        if (cookie != null && stream.isHttp) cookies.read(cookie, visit, stream.scope);
        else if (target.rdpCookie() != null && !stream.isHttp) readRdp(target);
    }

    /** The cookie tells the address: {@code <ip>.<port>.0000}, both numbers as the bytes lie on the wire of an x86. */
    private void readRdp(BackendTarget target) {
        var name = target.rdpCookie();
        var content = stream.requestContent();
        if (name == null || !RdpCookie.find(content.at(), content.length(), name, value)) return;
        var dot = dot(0);
        var second = dot < 0 ? -1 : dot(dot + 1);
        if (second < 0) return;
        var address = number(0, dot);
        var port = number(dot + 1, second);
        if (address < 0 || port < 0 || address > 0xffffffffL || port > 0xffff) return;
        var server = server(target, Integer.reverseBytes((int) address), Short.reverseBytes((short) port) & 0xffff);
        if (server != null && (server.isReachable() || visit.forced)) visit.server = server;
    }

    private int dot(int from) {
        for (var i = from; i < value.length; i++) if (Slab.byteAt(value.at + i) == '.') return i;
        return -1;
    }

    /** -1 when it is none. */
    private long number(int from, int end) {
        if (end == from || end - from > 10) return -1;
        var number = 0L;
        for (var i = from; i < end; i++) {
            var digit = Slab.byteAt(value.at + i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }

    private static @Nullable Server server(BackendTarget target, int address, int port) {
        for (var server : target.backend().group().servers()) {
            if (server.address() instanceof Address.Inet inet && inet.port() == port && isAt(inet, address))
                return server;
        }
        return null;
    }

    private static boolean isAt(Address.Inet inet, int address) {
        var bytes = inet.bytes();
        if (bytes.length != 4) return false;
        var number = 0;
        for (var octet : bytes) number = number << 8 | octet & 255;
        return number == address;
    }

    /** The server the client is to go back to. */
    @Nullable
    Server server() {
        return visit.server;
    }

    /** It goes elsewhere, since that one could not be reached. */
    void lose() {
        visit.lose();
    }

    /** A server's response is on its way to the client. */
    void writeResponse(Server server) {
        var target = stream.back();
        if (target == null || target.cookie() == null) return;
        ResponseCookies.apply(target.cookie(), server, visit, stream.scope);
    }

    /** For the log. */
    void settle() {
        stream.account.requestCookie = visit.request;
        stream.account.responseCookie = visit.response;
    }
}
