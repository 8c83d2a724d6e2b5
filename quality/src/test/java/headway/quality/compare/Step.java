package headway.quality.compare;

/** One line of a case: what the client or the server does next. */
sealed interface Step {
    /** What either side can do to its connection. */
    enum Deed {
        FINISH,
        CLOSE,
        RESET
    }

    record ClientSends(String bytes) implements Step {}

    record ClientDoes(Deed deed) implements Step {}

    /** The client waits until this has arrived. */
    record ClientWaits(String text) implements Step {}

    /** The client waits until its connection has ended: FIN or RST. */
    record ClientSeesEnd() implements Step {}

    record ServerSeesEnd() implements Step {}

    /** Nobody does anything until what was done must have arrived. */
    record Pause() implements Step {}

    /** The server sends this once a further request head has come. */
    record ServerSends(String bytes) implements Step {}

    /** The server sends this, whatever has come. */
    record ServerSaysNow(String bytes) implements Step {}

    /** The server does this once a further request head has come, or at once when it has already answered it. */
    record ServerDoes(Deed deed) implements Step {}

    /** The server waits until this has arrived on any of its connections. */
    record ServerWaits(String text) implements Step {}

    /** Reads {@code >>> ...} or {@code <<< ...}. */
    static Step of(String line) {
        String rest = line.length() > 4 ? line.substring(4) : "";
        boolean client = line.startsWith(">>>");
        if (rest.startsWith("wait ")) {
            String text = Escapes.bytes(rest.substring(5));
            return client ? new ClientWaits(text) : new ServerWaits(text);
        }
        if (!client && rest.startsWith("now ")) {
            return new ServerSaysNow(Escapes.bytes(rest.substring(4)));
        }
        if (rest.equals("ended")) {
            return client ? new ClientSeesEnd() : new ServerSeesEnd();
        }
        if (rest.equals("pause")) {
            return new Pause();
        }
        for (Deed deed : Deed.values()) {
            if (rest.equalsIgnoreCase(deed.name())) {
                return client ? new ClientDoes(deed) : new ServerDoes(deed);
            }
        }
        String bytes = Escapes.bytes(rest);
        return client ? new ClientSends(bytes) : new ServerSends(bytes);
    }
}
