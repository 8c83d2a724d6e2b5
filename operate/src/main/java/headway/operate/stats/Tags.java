package headway.operate.stats;

/** The letters of the typed form, in the words of the JSON form (management manual 9.2). */
final class Tags {
    private Tags() {}

    static String origin(String tags) {
        return switch (tags.charAt(0)) {
            case 'M' -> "Metric";
            case 'S' -> "Status";
            case 'K' -> "Key";
            case 'C' -> "Config";
            case 'P' -> "Product";
            default -> throw new IllegalArgumentException(tags);
        };
    }

    static String nature(String tags) {
        return switch (tags.charAt(1)) {
            case 'A' -> "Age";
            case 'a' -> "Avg";
            case 'C' -> "Counter";
            case 'D' -> "Duration";
            case 'G' -> "Gauge";
            case 'L' -> "Limit";
            case 'M' -> "Max";
            case 'm' -> "Min";
            case 'N' -> "Name";
            case 'O' -> "Output";
            case 'R' -> "Rate";
            case 'T' -> "Time";
            default -> throw new IllegalArgumentException(tags);
        };
    }

    static String scope(String tags) {
        return switch (tags.charAt(2)) {
            case 'C' -> "Cluster";
            case 'P' -> "Process";
            case 'S' -> "Service";
            case 's' -> "System";
            default -> throw new IllegalArgumentException(tags);
        };
    }

    /** The part of a JSON object that says what a value is, and the value. */
    static String json(int position, String title, String tags, Type type, String text) {
        var value = type == Type.STR ? "\"" + escaped(text) + "\"" : text;
        return "\"field\":{\"pos\":" + position + ",\"name\":\"" + title
                + "\"},\"processNum\":1,\"tags\":{\"origin\":\"" + origin(tags)
                + "\",\"nature\":\"" + nature(tags) + "\",\"scope\":\"" + scope(tags) + "\"},\"value\":{\"type\":\""
                + type.word()
                + "\",\"value\":" + value + "}";
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 0x20) out.append("\\u%04x".formatted((int) c));
            else out.append(c);
        }
        return out.toString();
    }
}
