package headway.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request or response as a plain HTTP/1.1 peer reads it: its start line, its fields as they were written, its body. */
public record HttpMessage(String startLine, List<String> fieldLines, String body) {
    public HttpMessage {
        fieldLines = List.copyOf(fieldLines);
    }

    static HttpMessage of(String head, String body) {
        List<String> lines = new ArrayList<>(List.of(head.split("\r\n", -1)));
        return new HttpMessage(
                lines.removeFirst(), lines.stream().filter(l -> !l.isEmpty()).toList(), body);
    }

    /** The first value of a field, or an empty text. */
    public String field(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** All values of a field in their order. */
    public List<String> all(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return fieldLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }

    /** The status of a response. */
    public int status() {
        return Integer.parseInt(startLine.split(" ", 3)[1]);
    }

    /** The target of a request. */
    public String target() {
        return startLine.split(" ", 3)[1];
    }

    public String method() {
        return startLine.split(" ", 2)[0];
    }
}
