package headway.traffic.check;

import headway.base.memory.Buffers;
import headway.base.memory.Slab;
import headway.language.model.HttpCheck;
import headway.traffic.server.CheckStatus;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The request of {@code option httpchk}, written once, and what the first line of the response says. */
final class Probe {
    private static final int VERSION_AND_STATUS = 12;

    private final HttpCheck settings;
    private final int at;
    private final int length;

    Probe(HttpCheck settings) {
        this.settings = settings;
        var bytes = text(settings).getBytes(StandardCharsets.ISO_8859_1);
        at = Buffers.constant(bytes);
        length = bytes.length;
    }

    /** As HAProxy writes it: names in lower case, and a version with persistent connections is told to close. */
    static String text(HttpCheck settings) {
        var text = new StringBuilder();
        text.append(settings.method())
                .append(' ')
                .append(settings.uri())
                .append(' ')
                .append(settings.version())
                .append("\r\n");
        var host = settings.host();
        if (host != null) text.append("host: ").append(host).append("\r\n");
        for (var field : settings.fields()) {
            text.append(field.name().toLowerCase(Locale.ROOT))
                    .append(": ")
                    .append(field.value())
                    .append("\r\n");
        }
        if (settings.version().equals("HTTP/1.1")) text.append("connection: close\r\n");
        return text.append("\r\n").toString();
    }

    int at() {
        return at;
    }

    int length() {
        return length;
    }

    /** Null as long as the first line is not complete. */
    @Nullable
    Finding read(int from, int count) {
        for (var i = 0; i < count; i++) if (Slab.byteAt(from + i) == '\n') return line(Slab.text(from, i));
        return null;
    }

    private Finding line(String raw) {
        var line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        var code = code(line);
        if (code < 0) return Finding.of(CheckStatus.L7_RESPONSE);
        if (code == 404 && settings.disableOn404()) return new Finding(CheckStatus.L7_OK_CONDITIONALLY, code, "");
        if (isExpected(code)) return new Finding(CheckStatus.L7_OK, code, "");
        var reason = line.length() > VERSION_AND_STATUS ? line.substring(VERSION_AND_STATUS + 1) : "";
        return new Finding(CheckStatus.L7_STATUS, code, reason);
    }

    /** RFC 9112 4: version, a space, three digits, and a space if a reason follows. */
    private static int code(String line) {
        if (line.length() < VERSION_AND_STATUS || !line.startsWith("HTTP/") || line.charAt(8) != ' ') return -1;
        if (line.length() > VERSION_AND_STATUS && line.charAt(VERSION_AND_STATUS) != ' ') return -1;
        var code = 0;
        for (var i = 9; i < VERSION_AND_STATUS; i++) {
            var digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            code = code * 10 + digit;
        }
        return code;
    }

    private boolean isExpected(int code) {
        if (settings.expected().isEmpty()) return code >= 200 && code <= 399;
        var found = settings.expected().stream().anyMatch(range -> code >= range.first() && code <= range.last());
        return found != settings.negated();
    }
}
