package headway.wire.h1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as the test resources write them: printable ASCII as it is, the rest as {@code \r \n \t \\ \xNN}; {@code \*N(text)} repeats. */
final class Escaped {
    private Escaped() {}

    static byte[] bytes(String text) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                out.write(text.charAt(i));
                continue;
            }
            switch (text.charAt(++i)) {
                case 'r' -> out.write('\r');
                case 'n' -> out.write('\n');
                case 't' -> out.write('\t');
                case '\\' -> out.write('\\');
                case 'x' -> {
                    out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                case '*' -> {
                    var open = text.indexOf('(', i);
                    var close = text.indexOf(')', open);
                    var piece = bytes(text.substring(open + 1, close));
                    for (var n = Integer.parseInt(text.substring(i + 1, open)); n > 0; n--) out.writeBytes(piece);
                    i = close;
                }
                default -> throw new IllegalArgumentException("unknown escape in " + text);
            }
        }
        return out.toByteArray();
    }

    static String text(byte[] bytes) {
        var text = new StringBuilder();
        for (var c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            switch (c) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> text.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\x" + hex(c));
            }
        }
        return text.toString();
    }

    private static String hex(int b) {
        return Integer.toHexString(0x100 | b).substring(1);
    }
}
