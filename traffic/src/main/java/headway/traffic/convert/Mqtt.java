package headway.traffic.convert;

import headway.base.memory.Slab;
import headway.language.sample.Sample;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first packet of each side of MQTT 3.1, 3.1.1 and 5.0: CONNECT and CONNACK (sections 3.1 and 3.2 of the OASIS standards). A packet is read to its
 * end; on the way the field that is asked for is found. Positions are those of the slab; -1 says that what should stand there does not.
 */
final class Mqtt {
    static final int CONNECT = 1;
    static final int CONNACK = 2;
    static final int VALID = 1;
    static final int INVALID = 0;
    /** More data must come, or what was found cannot be judged. */
    static final int UNKNOWN = -1;

    private static final int NOWHERE = -1;
    private static final int NEEDLESS = -2;
    private static final int USER = 0x80;
    private static final int PASSWORD = 0x40;
    private static final int WILL = 0x04;
    private static final int VERSION_5 = 5;

    private Mqtt() {}

    /**
     * Reads a packet.
     *
     * @param field what to find
     * @param found takes it as a text or a number; its type stays BOOL when it is not there
     * @return {@link #VALID} and so on
     */
    static int read(Sample packet, MqttField field, Sample found) {
        found.bool(false);
        var end = packet.at + packet.length;
        if (packet.length < 2) return UNKNOWN;
        var head = Slab.byteAt(packet.at) & 255;
        if (head != CONNECT << 4 && head != CONNACK << 4) return INVALID;
        var size = variable(packet.at + 1, end);
        if (size < 0) return size == NOWHERE ? UNKNOWN : INVALID;
        var body = packet.at + 1 + sizeOfVariable(packet.at + 1);
        if (end - body < size) return UNKNOWN;
        if (head == CONNECT << 4) return connect(body, body + size, field, found) == body + size ? VALID : INVALID;
        // As watched: nothing may follow a CONNACK of MQTT 3.
        if (size == 2 && end - body > 2) return INVALID;
        var last = connack(body, body + size, field, found);
        return last == NEEDLESS ? UNKNOWN : last == body + size ? VALID : INVALID;
    }

    /** A number of one to four bytes; NOWHERE when it is cut off, NEEDLESS when it is longer. */
    private static int variable(int at, int end) {
        var number = 0;
        for (var i = 0; i < 4; i++) {
            if (at + i >= end) return NOWHERE;
            var c = Slab.byteAt(at + i);
            number |= (c & 127) << 7 * i;
            if (c >= 0) return number;
        }
        return NEEDLESS;
    }

    private static int sizeOfVariable(int at) {
        var size = 1;
        while (Slab.byteAt(at + size - 1) < 0) size++;
        return size;
    }

    private static int connect(int at, int end, MqttField field, Sample found) {
        var i = text(at, end, field == MqttField.PROTOCOL_NAME ? found : null);
        if (i < 0 || end - i < 4 || !isProtocol(at + 2, i - at - 2)) return NOWHERE;
        var version = Slab.byteAt(i);
        var flags = Slab.byteAt(i + 1) & 255;
        // The second test is HAProxy's, as watched.
        if (version < 3 || version > VERSION_5 || (flags & 1) != 0 || (flags & 0x3c) == 0x18) return NOWHERE;
        if (field == MqttField.PROTOCOL_VERSION) found.integer(version);
        if (field == MqttField.FLAGS) found.integer(flags);
        if (field == MqttField.KEEPALIVE) found.integer(Slab.shortAt(i + 2));
        i += 4;
        if (version == VERSION_5) i = properties(i, end, MqttField.Place.CONNECT, field, found);
        i = text(i, end, field == MqttField.CLIENT_IDENTIFIER ? found : null);
        if ((flags & WILL) != 0) {
            if (version == VERSION_5) i = properties(i, end, MqttField.Place.WILL, field, found);
            i = text(i, end, field == MqttField.WILL_TOPIC ? found : null);
            i = text(i, end, field == MqttField.WILL_PAYLOAD ? found : null);
        }
        if ((flags & USER) != 0) i = text(i, end, field == MqttField.USERNAME ? found : null);
        if ((flags & PASSWORD) != 0) i = text(i, end, field == MqttField.PASSWORD ? found : null);
        return i;
    }

    private static boolean isProtocol(int at, int length) {
        return length == 4 && isName(at, "mqtt") || length == 6 && isName(at, "mqisdp");
    }

    private static boolean isName(int at, String lower) {
        for (var i = 0; i < lower.length(); i++) if ((Slab.byteAt(at + i) | 32) != lower.charAt(i)) return false;
        return true;
    }

    private static int connack(int at, int end, MqttField field, Sample found) {
        if (end - at < 2 || (Slab.byteAt(at) & 0xfe) != 0) return NOWHERE;
        if (field == MqttField.FLAGS) found.integer(Slab.byteAt(at));
        if (field == MqttField.REASON_CODE) found.integer(Slab.byteAt(at + 1) & 255);
        if (field == MqttField.PROTOCOL_VERSION) found.integer(end - at == 2 ? 4 : VERSION_5);
        return end - at == 2 ? end : properties(at + 2, end, MqttField.Place.CONNACK, field, found);
    }

    /** Behind the properties, whose length stands before them. */
    private static int properties(int at, int end, MqttField.Place place, MqttField field, Sample found) {
        if (at < 0) return at;
        var size = variable(at, end);
        if (size < 0) return NOWHERE;
        var i = at + sizeOfVariable(at);
        var last = i + size;
        if (last > end) return NOWHERE;
        if (field.isIn(place) && field.form().size() > 0) found.integer(0);
        for (var seen = 0L; i < last; ) {
            var property = MqttField.of(place, Slab.byteAt(i));
            // As watched: it is left open whether a CONNACK with a property that does not belong there is valid.
            if (property == null) return place == MqttField.Place.CONNACK ? NEEDLESS : NOWHERE;
            var bit = 1L << property.id();
            if ((seen & bit) != 0 && property.form() != MqttField.Form.PAIR) return NOWHERE;
            seen |= bit;
            i = value(i + 1, last, property, property == field ? found : null);
            if (i < 0) return NOWHERE;
        }
        return i;
    }

    private static int value(int at, int end, MqttField property, @Nullable Sample wanted) {
        return switch (property.form()) {
            case FLAG, SHORT, INT -> number(at, end, property, wanted);
            case TEXT -> {
                var behind = text(at, end, wanted);
                yield behind - at == 2 && property.least() > 0 ? NOWHERE : behind;
            }
            case PAIR -> text(text(at, end, null), end, null);
            case NONE -> NOWHERE;
        };
    }

    private static int number(int at, int end, MqttField property, @Nullable Sample wanted) {
        var size = property.form().size();
        if (end - at < size) return NOWHERE;
        var number = 0L;
        for (var i = 0; i < size; i++) number = number << 8 | Slab.byteAt(at + i) & 255;
        if (number < property.least() || property.form() == MqttField.Form.FLAG && number > 1) return NOWHERE;
        if (wanted != null) wanted.integer(number);
        return at + size;
    }

    /** Behind a text, whose length stands before it in two bytes. */
    private static int text(int at, int end, @Nullable Sample wanted) {
        if (at < 0 || end - at < 2) return NOWHERE;
        var length = Slab.shortAt(at);
        if (end - at - 2 < length) return NOWHERE;
        if (wanted != null) wanted.text(at + 2, length);
        return at + 2 + length;
    }
}
