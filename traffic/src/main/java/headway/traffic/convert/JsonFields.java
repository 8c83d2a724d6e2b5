package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.BindException;
import headway.language.sample.Sample;
import java.util.Base64;

/** The texts of a JSON object that lies in the slab; cold, each is copied. Those of keys and tokens have no escapes. */
final class JsonFields {
    private final int at;
    private final int length;

    JsonFields(int at, int length) {
        this.at = at;
        this.length = length;
    }

    /** The text of that name, empty when there is none. */
    String text(String name) {
        var found = find(name);
        var quoted = found.length >= 2 && Slab.byteAt(found.at) == '"';
        return quoted ? Slab.text(found.at + 1, found.length - 2) : "";
    }

    /** What a text in base64url stands for. */
    byte[] bytes(String name) {
        var bytes = JwtToken.decode(text(name));
        if (bytes == null || bytes.length == 0) throw new IllegalArgumentException(name);
        return bytes;
    }

    /** The same, and nothing when there is no such text. */
    byte[] anyBytes(String name) {
        return text(name).isEmpty() ? new byte[0] : Base64.getUrlDecoder().decode(text(name));
    }

    /** The object of that name; one without anything when there is none. */
    JsonFields object(String name) {
        var found = find(name);
        return new JsonFields(found.at, found.length);
    }

    boolean has(String name) {
        return find(name).length > 0;
    }

    private Sample find(String name) {
        var found = new Sample();
        try {
            if (JsonPath.of("$." + name).find(at, length, found)) return found;
        } catch (BindException e) {
            throw new IllegalArgumentException(name, e);
        }
        found.text(at, 0);
        return found;
    }
}
