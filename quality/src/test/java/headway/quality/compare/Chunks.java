package headway.quality.compare;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chunked bodies without the borders of their chunks: {@code [chunks]data[end]}, then trailers as they came. */
final class Chunks {
    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]+)([^\r\n]*)\r\n");

    private Chunks() {}

    /** The same text with every complete chunk after a head that says chunked joined to its neighbour. */
    static String joined(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n", at)) {
            String head = text.substring(at, end + 4);
            out.append(head);
            at = end + 4;
            if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n")) {
                at = body(text, at, out);
            }
        }
        return out.append(text.substring(at)).toString();
    }

    private static int body(String text, int from, StringBuilder out) {
        Matcher size = SIZE.matcher(text);
        int at = from;
        while (size.find(at) && size.start() == at) {
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                out.append(size.group(2)).append("[end]");
                return size.end();
            }
            if (size.end() + length + 2 > text.length()) {
                return at; // cut off: shown as it is
            }
            out.append(at == from ? "[chunks]" : "").append(size.group(2));
            out.append(text, size.end(), size.end() + length);
            at = size.end() + length + 2;
        }
        return at;
    }
}
