package headway.traffic.balance;

import headway.base.units.Address;
import headway.http.Head;
import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.traffic.server.Server;
import headway.wire.engine.Loop;
import org.jspecify.annotations.Nullable;

/** What is known of a session or request for which a server is wanted, and the server in the end. One object a stream, used again and again. */
public final class Choice {
    public final Loop loop;
    /** What expressions see of the stream; null only in tests that have none. */
    public @Nullable Scope scope;
    /** The key of {@code balance uri} and its like while it is looked for. */
    final Sample key = new Sample();
    /** Null in TCP. */
    public @Nullable Head request;
    /** The client, for {@code balance source}; null when it has no address. */
    public @Nullable Address client;
    /** A redispatch: take another than this one if there is another. */
    public @Nullable Server avoid;
    /** Where the last request of the session went; taken again with {@code option prefer-last-server}, or when the session must not change servers. */
    public @Nullable Server last;
    /** {@link #last} is to be kept whatever the options say: its connection is authenticated. */
    public boolean isBound;
    /** The one chosen. */
    public @Nullable Server server;

    public Choice(Loop loop) {
        this.loop = loop;
    }

    public void clear() {
        request = null;
        client = null;
        avoid = null;
        last = null;
        isBound = false;
        server = null;
    }
}
