package headway.operate.log;

import java.nio.charset.StandardCharsets;

/** The messages of a ring for somebody who looks on: a sink is never held up by who reads it so. One thread. */
public final class RingTail implements AutoCloseable {
    private final RingReader reader;
    private final String end;

    /**
     * @param end what is put behind each message
     * @param wake called when there is a message for who has found none; any thread
     */
    RingTail(MessageRing ring, String end, Runnable wake) {
        reader = new RingReader(ring, false, wake);
        this.end = end;
    }

    /** Passes over all that is there. */
    public void skipAll() {
        reader.skipAll();
    }

    /** All there is, one character a byte; empty when there is nothing. */
    public String take() {
        var text = new StringBuilder();
        for (var message = reader.take(); message != null; message = reader.take())
            text.append(new String(message, StandardCharsets.ISO_8859_1)).append(end);
        return text.toString();
    }

    @Override
    public void close() {
        reader.close();
    }
}
