package headway.quality.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Messages for the fuzzer of HTTP/1: whole ones from a resource, changed in a few places with what parsers stumble over. */
record Http1Input(List<byte[]> messages, List<byte[]> pieces) {
    private static final int LONGEST = 4000;

    /** Lines beginning with {@code message } or {@code piece }, with {@code \r \n \t \xNN}. */
    static Http1Input load() {
        try (var in = Objects.requireNonNull(Http1Input.class.getResourceAsStream("http1-seeds.txt"))) {
            var lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            return new Http1Input(after(lines, "message "), after(lines, "piece "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> after(List<String> lines, String word) {
        return lines.stream()
                .filter(l -> l.startsWith(word))
                .map(l -> bytes(l.substring(word.length())))
                .toList();
    }

    byte[] next(RandomGenerator random) {
        var message = any(messages, random);
        for (var n = random.nextInt(5); n > 0; n--) message = changed(message, random);
        return message.length > LONGEST ? Arrays.copyOf(message, LONGEST) : message;
    }

    private byte[] changed(byte[] message, RandomGenerator random) {
        var from = random.nextInt(message.length + 1);
        var to = Math.min(message.length, from + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> join(message, from, any(pieces, random), message, from);
            case 1 -> join(message, from, any(pieces, random), message, to);
            case 2 -> join(message, from, new byte[0], message, to);
            case 3 -> join(message, from, Arrays.copyOfRange(message, from, to), message, from);
            case 4 ->
                join(
                        message,
                        from,
                        new byte[] {(byte) random.nextInt(256)},
                        message,
                        Math.min(from + 1, message.length));
            default -> {
                var other = any(messages, random);
                yield join(message, from, new byte[0], other, random.nextInt(other.length + 1));
            }
        };
    }

    private static byte[] any(List<byte[]> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] join(byte[] head, int headTo, byte[] middle, byte[] tail, int tailFrom) {
        var out = new ByteArrayOutputStream();
        out.write(head, 0, headTo);
        out.writeBytes(middle);
        out.write(tail, tailFrom, tail.length - tailFrom);
        return out.toByteArray();
    }

    static byte[] bytes(String written) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < written.length(); i++) {
            if (written.charAt(i) != '\\') {
                out.write(written.charAt(i));
                continue;
            }
            switch (written.charAt(++i)) {
                case 'r' -> out.write('\r');
                case 'n' -> out.write('\n');
                case 't' -> out.write('\t');
                default -> {
                    out.write(Integer.parseInt(written.substring(i + 1, i + 3), 16));
                    i += 2;
                }
            }
        }
        return out.toByteArray();
    }

    static String written(byte[] bytes) {
        var text = new StringBuilder();
        for (var b : bytes) {
            switch (b) {
                case '\r' -> text.append("\\r");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default ->
                    text.append(
                            b >= ' ' && b < 0x7f && b != '\\'
                                    ? String.valueOf((char) b)
                                    : String.format("\\x%02x", b & 0xff));
            }
        }
        return text.toString();
    }
}
