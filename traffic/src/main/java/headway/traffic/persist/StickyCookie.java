package headway.traffic.persist;

import headway.base.memory.Slab;
import headway.base.units.Address;
import headway.language.model.CookieSettings;
import headway.language.model.CookieSettings.Flag;
import headway.language.model.CookieSettings.Mode;
import headway.language.model.Persistence;
import headway.language.sample.Text;
import headway.traffic.server.Server;
import headway.traffic.server.ServerGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code cookie} of a backend, bound to its servers: which value means which server, and the fields that are sent to clients. Made at load. */
public final class StickyCookie {
    private final CookieSettings settings;
    private final List<Server> servers;
    private final Text name;
    /** Of each server, null of one that has none. */
    private final @Nullable Text[] values;

    private final Text start;
    private final Text end;
    /** Takes the client's cookie away, since its server has none. */
    private final Text removal;
    /** Whole fields of servers, where no times are in them. */
    private final @Nullable Text[] fields;

    private StickyCookie(CookieSettings settings, @Nullable String dynamicKey, ServerGroup group) {
        this.settings = settings;
        servers = group.servers();
        name = Text.of(settings.name());
        start = Text.of(settings.name() + "=");
        var attributes = attributes();
        end = Text.of(attributes);
        removal = Text.of(settings.name() + "=; Expires=Thu, 01-Jan-1970 00:00:01 GMT" + attributes);
        values = new Text[servers.size()];
        fields = new Text[servers.size()];
        for (var server : servers) {
            var value = value(server, dynamicKey);
            if (value == null) continue;
            values[server.index()] = Text.of(value);
            fields[server.index()] = Text.of(settings.name() + "=" + value + attributes);
        }
    }

    /** Null where there is none. */
    public static @Nullable StickyCookie of(Persistence persistence, ServerGroup group) {
        var settings = persistence.cookie();
        return settings == null ? null : new StickyCookie(settings, persistence.dynamicKey(), group);
    }

    private String attributes() {
        var text = new StringBuilder("; path=/");
        for (var domain : settings.domains()) text.append("; domain=").append(domain);
        if (settings.has(Flag.HTTP_ONLY)) text.append("; HttpOnly");
        if (settings.has(Flag.SECURE)) text.append("; Secure");
        for (var attribute : settings.attributes()) text.append("; ").append(attribute);
        return text.toString();
    }

    private @Nullable String value(Server server, @Nullable String dynamicKey) {
        var written = server.line().identity().cookie();
        if (written != null || dynamicKey == null || !settings.has(Flag.DYNAMIC)) return written;
        return server.address() instanceof Address.Inet inet ? DynamicValue.of(dynamicKey, inet) : null;
    }

    public CookieSettings settings() {
        return settings;
    }

    boolean has(Flag flag) {
        return settings.has(flag);
    }

    boolean isInserted() {
        return settings.mode() == Mode.INSERT;
    }

    boolean isPrefix() {
        return settings.mode() == Mode.PREFIX;
    }

    boolean isNamed(int at, int length) {
        return length == name.length() && Slab.equal(at, name.at(), length);
    }

    /** What the server is called in the cookie, null for nothing. */
    @Nullable
    Text value(Server server) {
        return values[server.index()];
    }

    /** The first server of that value that can be used or, if {@code dead}, the first at all; null for none. */
    @Nullable
    Server find(int at, int length, boolean dead) {
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            if (value == null || value.length() != length || !Slab.equal(at, value.at(), length)) continue;
            var server = servers.get(i);
            if (dead || server.isReachable()) return server;
        }
        return null;
    }

    /** The field that takes away the cookie of a client, or that gives it the server's. */
    Text field(Server server) {
        var field = fields[server.index()];
        return field == null ? removal : field;
    }

    /** What stands before the value. */
    Text start() {
        return start;
    }

    /** What stands behind value and times. */
    Text end() {
        return end;
    }
}
