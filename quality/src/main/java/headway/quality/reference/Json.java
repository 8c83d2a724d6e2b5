package headway.quality.reference;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and truths as JSON (RFC 8259), two blanks a level. */
final class Json {
    private Json() {}

    static String text(Object value) {
        return text(value, "\n") + "\n";
    }

    private static String text(Object value, String newline) {
        var inner = newline + "  ";
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> quoted(String.valueOf(e.getKey())) + ": " + text(e.getValue(), inner))
                        .collect(Collectors.joining("," + inner, "{" + inner, newline + "}"));
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(e -> text(e, inner)).collect(Collectors.joining(", ", "[", "]"));
            case List<?> list ->
                list.stream()
                        .map(e -> text(e, inner))
                        .collect(Collectors.joining("," + inner, "[" + inner, newline + "]"));
            case String text -> quoted(text);
            default -> String.valueOf(value);
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
