package headway.quality.compare;

/** Bytes as a case writes them: ISO 8859-1 with {@code \r \n \t \\ \xNN}, and {@code \*N{c}} for N times the character c. */
final class Escapes {
    private Escapes() {}

    static String bytes(String written) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < written.length()) {
            if (written.charAt(i) != '\\') {
                out.append(written.charAt(i++));
            } else {
                i = escape(written, i + 1, out);
            }
        }
        return out.toString();
    }

    /** The same backwards; a run of more than 40 equal characters is written as one escape. */
    static String written(String bytes) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < bytes.length()) {
            char c = bytes.charAt(i);
            int run = 1;
            while (i + run < bytes.length() && bytes.charAt(i + run) == c) {
                run++;
            }
            out.append(run > 40 ? "\\*" + run + "{" + c + "}" : one(c).repeat(run));
            i += run;
        }
        return out.toString();
    }

    private static String one(char c) {
        return switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default -> c < ' ' || c > '~' ? String.format("\\x%02x", (int) c) : String.valueOf(c);
        };
    }

    private static int escape(String written, int at, StringBuilder out) {
        switch (written.charAt(at)) {
            case 'r' -> out.append('\r');
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case '\\' -> out.append('\\');
            case 'x' -> {
                out.append((char) Integer.parseInt(written.substring(at + 1, at + 3), 16));
                return at + 3;
            }
            case '*' -> {
                int brace = written.indexOf('{', at);
                int times = Integer.parseInt(written.substring(at + 1, brace));
                out.append(String.valueOf(written.charAt(brace + 1)).repeat(times));
                return brace + 3;
            }
            default -> throw new IllegalArgumentException("unknown escape at " + at + " of: " + written);
        }
        return at + 1;
    }
}
