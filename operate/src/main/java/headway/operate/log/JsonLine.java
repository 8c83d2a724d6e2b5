package headway.operate.log;

import headway.base.units.Address;
import headway.language.line.AddressText;
import headway.language.line.JsonText;
import headway.language.line.LineWriter;
import headway.traffic.account.Account;
import headway.traffic.account.Durations;
import headway.traffic.account.RequestLine;
import headway.traffic.account.TerminationState;
import org.jspecify.annotations.Nullable;

/**
 * {@code option jsonlog}: one JSON object a line. Fields have the names of OpenTelemetry's semantic conventions where these have one; what is ours begins with
 * {@code proxy.}, but for the words about the end. What a stream does not have is left out.
 */
final class JsonLine {
    private JsonLine() {}

    static void write(Account account, LineWriter out) {
        out.text("{\"timestamp\":\"");
        out.isoDate(account.isHttp ? Durations.requestMillis(account) : Durations.beganMillis(account));
        out.character('"');
        peer(out, "client", account.client);
        if (account.isHttp) request(out, account);
        else field(out, "network.transport", "tcp");
        route(out, account);
        number(out, "http.request.size", account.isHttp ? account.bytesIn : -1);
        number(out, "http.response.size", account.isHttp ? account.bytesOut : -1);
        number(out, "proxy.bytes.received", account.isHttp ? -1 : account.bytesIn);
        number(out, "proxy.bytes.sent", account.isHttp ? -1 : account.bytesOut);
        times(out, account);
        end(out, account);
        out.character('}');
    }

    private static void request(LineWriter out, Account account) {
        field(out, "network.protocol.name", "http");
        if (account.requestLineLength > 0) {
            var version = RequestLine.version(account, false);
            part(out, "network.protocol.version", version + "HTTP/".length(), RequestLine.version(account, true));
            part(out, "http.request.method", RequestLine::method, account);
            part(out, "url.path", RequestLine::path, account);
            part(out, "url.query", RequestLine.query(account, false) + 1, RequestLine.query(account, true));
        }
        if (account.status > 0) number(out, "http.response.status_code", account.status);
    }

    private static void route(LineWriter out, Account account) {
        field(out, "proxy.frontend", account.frontend);
        field(out, "proxy.backend", account.backend);
        field(out, "proxy.server", account.server);
        peer(out, "server", account.serverAddress);
        if (account.uniqueIdLength > 0)
            part(out, "proxy.unique_id", account.uniqueIdAt, account.uniqueIdAt + account.uniqueIdLength);
        if (account.retries != 0) number(out, "proxy.retries", Math.abs(account.retries));
        if (account.redispatched) key(out, "proxy.redispatched", "true");
        if (account.serverQueue > 0) number(out, "proxy.queue.server", account.serverQueue);
        if (account.backendQueue > 0) number(out, "proxy.queue.backend", account.backendQueue);
    }

    /** In milliseconds. */
    private static void times(LineWriter out, Account account) {
        if (account.isHttp) number(out, "proxy.ms.request", Durations.head(account));
        number(out, "proxy.ms.queue", Durations.queue(account));
        number(out, "proxy.ms.connect", Durations.connect(account));
        if (account.isHttp) number(out, "proxy.ms.response", Durations.response(account));
        number(out, "proxy.ms.total", account.isHttp ? Durations.active(account) : Durations.total(account));
    }

    private static void end(LineWriter out, Account account) {
        begin(out, "termination_state");
        out.character('"');
        out.character(account.cause);
        out.character(account.phase);
        out.character('"');
        var state = TerminationState.of(account.cause, account.phase);
        if (state == null) return;
        field(out, "cause", state.cause());
        field(out, "who", state.who());
        field(out, "next", state.next());
    }

    private static void peer(LineWriter out, String whose, @Nullable Address address) {
        if (address == null) return;
        out.text(",\"");
        out.text(whose);
        out.text(".address\":\"");
        AddressText.host(out, address);
        out.character('"');
        if (!(address instanceof Address.Inet inet)) return;
        out.text(",\"");
        out.text(whose);
        out.text(".port\":");
        out.number(inet.port());
    }

    private static void part(LineWriter out, String name, RequestLine.Part part, Account account) {
        part(out, name, part.end(account, false), part.end(account, true));
    }

    private static void part(LineWriter out, String name, int from, int to) {
        if (to <= from) return;
        begin(out, name);
        var at = out.tail();
        out.copy(from, to - from);
        JsonText.quote(out, at);
    }

    /** Texts of the configuration and of ours; none when it is empty. */
    private static void field(LineWriter out, String name, String value) {
        if (value.isEmpty()) return;
        begin(out, name);
        var at = out.tail();
        out.text(value);
        JsonText.quote(out, at);
    }

    private static void number(LineWriter out, String name, long value) {
        if (value < 0) return;
        begin(out, name);
        out.number(value);
    }

    private static void key(LineWriter out, String name, String literal) {
        begin(out, name);
        out.text(literal);
    }

    private static void begin(LineWriter out, String name) {
        out.text(",\"");
        out.text(name);
        out.text("\":");
    }
}
