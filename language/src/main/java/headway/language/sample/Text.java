package headway.language.sample;

import headway.base.memory.Buffers;
import java.nio.charset.StandardCharsets;

/** A text of the configuration that lies in the slab for good, such as a proxy's name: made at load, read by readers without a copy. */
public record Text(int at, int length) {
    /** Puts the text into the slab, one byte a character (the configuration is read that way). */
    public static Text of(String text) {
        return of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public static Text of(byte[] bytes) {
        return new Text(Buffers.constant(bytes), bytes.length);
    }
}
