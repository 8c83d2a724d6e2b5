package headway.operate.log;

import headway.base.units.Address;
import headway.language.line.AddressText;
import headway.language.line.JsonText;
import headway.language.line.LineWriter;
import headway.language.model.CaptureSlots;
import headway.language.sample.Direction;
import headway.traffic.account.Account;
import headway.traffic.account.Durations;
import headway.traffic.account.RequestLine;
import headway.traffic.account.TerminationState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code option jsonlog}: one JSON object a line. Fields have the names of OpenTelemetry's semantic conventions where these have one; what is ours begins with
 * {@code proxy.}, but for the words about the end. What a stream does not have is left out.
 *
 * <p>A line stays an object however short it has to be: what the client has sent is cut until all the rest fits, and {@code proxy.cut} says so.
 */
final class JsonLine implements StreamLine {
    private static final int WHOLE = Integer.MAX_VALUE;
    /** Not even the words about the end. */
    private static final int BRIEF = -1;

    /** The keys of what the frontend captures. */
    private final String[] requestCaptures;

    private final String[] responseCaptures;

    private JsonLine(String[] requestCaptures, String[] responseCaptures) {
        this.requestCaptures = requestCaptures;
        this.responseCaptures = responseCaptures;
    }

    /** For a frontend with these slots. */
    static JsonLine of(CaptureSlots slots) {
        return new JsonLine(keys("request", slots.request()), keys("response", slots.response()));
    }

    /** OpenTelemetry has names for fields; a slot that rules fill goes by its number. */
    private static String[] keys(String message, List<CaptureSlots.Slot> slots) {
        var keys = new String[slots.size()];
        for (var i = 0; i < keys.length; i++) {
            var field = slots.get(i).field().toLowerCase(Locale.ROOT);
            keys[i] = field.isEmpty() ? "proxy.capture." + message + "." + i : "http." + message + ".header." + field;
        }
        return keys;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void write(Account account, LineWriter out) {
        object(account, out, WHOLE);
        for (var most = out.size() / 2; out.isCut() && most > 0; most /= 2) object(account, out, most);
        if (out.isCut()) object(account, out, 0);
        if (out.isCut()) object(account, out, BRIEF);
        if (!out.isCut()) return;
        out.again();
        out.text("{\"proxy.cut\":true}");
    }

    /**
     * All of it.
     *
     * @param most of each text that the client has sent
     */
    private void object(Account account, LineWriter out, int most) {
        out.again();
        out.text("{\"timestamp\":\"");
        out.isoDate(account.isHttp ? Durations.requestMillis(account) : Durations.beganMillis(account));
        out.character('"');
        if (most != WHOLE) key(out, "proxy.cut", "true");
        peer(out, "client", account.client);
        if (account.isHttp) request(out, account, most);
        else field(out, "network.transport", "tcp");
        if (account.isHttp && most > 0) captured(out, account, most);
        route(out, account, most);
        number(out, "http.request.size", account.isHttp ? account.bytesIn : -1);
        number(out, "http.response.size", account.isHttp ? account.bytesOut : -1);
        number(out, "proxy.bytes.received", account.isHttp ? -1 : account.bytesIn);
        number(out, "proxy.bytes.sent", account.isHttp ? -1 : account.bytesOut);
        times(out, account);
        end(out, account, most == BRIEF);
        out.character('}');
    }

    private static void request(LineWriter out, Account account, int most) {
        field(out, "network.protocol.name", "http");
        if (account.requestLineLength > 0) {
            var version = RequestLine.version(account, false) + "HTTP/".length();
            part(out, "network.protocol.version", version, RequestLine.version(account, true), most);
            var method = RequestLine.method(account, false);
            part(out, "http.request.method", method, RequestLine.method(account, true), most);
            part(out, "url.path", RequestLine.path(account, false), RequestLine.path(account, true), most);
            part(out, "url.query", RequestLine.query(account, false) + 1, RequestLine.query(account, true), most);
        }
        if (account.status > 0) number(out, "http.response.status_code", account.status);
    }

    private void captured(LineWriter out, Account account, int most) {
        captured(out, account, Direction.REQUEST, requestCaptures, most);
        captured(out, account, Direction.RESPONSE, responseCaptures, most);
        var request = account.requestCookieAt;
        part(out, "proxy.cookie.request", request, request + account.requestCookieLength, most);
        var response = account.responseCookieAt;
        part(out, "proxy.cookie.response", response, response + account.responseCookieLength, most);
    }

    /** Fields may stand more than once, so their values are arrays, as OpenTelemetry has them; a capture keeps one. */
    private static void captured(LineWriter out, Account account, Direction direction, String[] keys, int most) {
        if (keys.length == 0) return;
        var scope = account.scope;
        for (var slot = 0; slot < keys.length; slot++) {
            var text = scope.scratch().borrow();
            if (scope.handling().captures().read(direction, slot, text)) {
                begin(out, keys[slot]);
                out.character('[');
                var at = out.tail();
                out.copy(text.at, Math.min(text.length, most));
                JsonText.quote(out, at);
                out.character(']');
            }
            scope.scratch().giveBack();
        }
    }

    private static void route(LineWriter out, Account account, int most) {
        field(out, "proxy.frontend", account.frontend);
        field(out, "proxy.backend", account.backend);
        field(out, "proxy.server", account.server);
        peer(out, "server", account.serverAddress);
        if (account.uniqueIdLength > 0)
            part(out, "proxy.unique_id", account.uniqueIdAt, account.uniqueIdAt + account.uniqueIdLength, most);
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

    private static void end(LineWriter out, Account account, boolean isBrief) {
        begin(out, "termination_state");
        out.character('"');
        out.character(account.cause);
        out.character(account.phase);
        out.character('"');
        var state = TerminationState.of(account.cause, account.phase);
        if (state == null || isBrief) return;
        field(out, "cause", state.cause());
        field(out, "who", state.who());
        field(out, "next", state.next());
        if (account.isHttp && account.requestCookie != '-') cookie(out, account);
    }

    private static void cookie(LineWriter out, Account account) {
        begin(out, "cookie_state");
        out.character('"');
        out.character(account.requestCookie);
        out.character(account.responseCookie);
        out.character('"');
        var state = TerminationState.ofCookie(account.requestCookie, account.responseCookie);
        if (state == null) return;
        field(out, "cookie_cause", state.cause());
        field(out, "cookie_next", state.next());
    }

    private static void peer(LineWriter out, String whose, @Nullable Address address) {
        if (address == null) return;
        out.text(",\"");
        out.text(whose);
        out.text(".address\":");
        var at = out.tail();
        AddressText.host(out, address);
        JsonText.quote(out, at);
        if (!(address instanceof Address.Inet inet)) return;
        out.text(",\"");
        out.text(whose);
        out.text(".port\":");
        out.number(inet.port());
    }

    private static void part(LineWriter out, String name, int from, int to, int most) {
        if (to <= from || most <= 0) return;
        begin(out, name);
        var at = out.tail();
        out.copy(from, Math.min(to - from, most));
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
