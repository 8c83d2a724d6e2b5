package headway.wire.h1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes new messages from known ones: a few cuts, copies, replacements and insertions of what parsers stumble over. */
final class Mutations {
    private static final List<byte[]> PIECES = List.of(
                    "\\r",
                    "\\n",
                    "\\r\\n",
                    "\\r\\n\\r\\n",
                    "\\x00",
                    " ",
                    "\\t",
                    ":",
                    ",",
                    ";",
                    "\\xff",
                    "#",
                    "?",
                    "/",
                    "*",
                    "@",
                    "[",
                    "]",
                    "0",
                    "9",
                    "+",
                    "-",
                    "\\x7f",
                    "\\x0b",
                    "Host: a\\r\\n",
                    "Host: b\\r\\n",
                    "Content-Length: 5\\r\\n",
                    "Content-Length: 5, 5\\r\\n",
                    "Content-Length: 6\\r\\n",
                    "Content-Length: +1\\r\\n",
                    "Transfer-Encoding: chunked\\r\\n",
                    "Transfer-Encoding: gzip\\r\\n",
                    "transfer-encoding:\\tchunked\\r\\n",
                    "Transfer-Encoding : chunked\\r\\n",
                    "Connection: close, keep-alive, x\\r\\n",
                    "Connection: upgrade\\r\\n",
                    "Upgrade: websocket\\r\\n",
                    "TE: trailers, gzip\\r\\n",
                    "Expect: 100-continue\\r\\n",
                    " folded\\r\\n",
                    "\\tfolded\\n",
                    "HTTP/1.1",
                    "HTTP/1.0",
                    "HTTP/2.0",
                    "http://h:80",
                    "https://h",
                    "h:443",
                    "GET / HTTP/1.1\\r\\n",
                    "0\\r\\n\\r\\n",
                    "5\\r\\nhello\\r\\n",
                    "ffffffffffffffff",
                    ";a=b",
                    "100",
                    "204",
                    "chunked",
                    "X_Y: z\\r\\n",
                    "CONNECT ",
                    "OPTIONS ",
                    "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n")
            .stream()
            .map(Escaped::bytes)
            .toList();

    private final Random random;
    private final List<byte[]> corpus;

    Mutations(Random random, List<byte[]> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    byte[] next() {
        var message = any();
        for (var n = random.nextInt(4); n >= 0; n--) message = mutate(message);
        return message.length > 4000 ? Arrays.copyOf(message, 4000) : message;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] mutate(byte[] message) {
        var from = random.nextInt(message.length + 1);
        var to = Math.min(message.length, from + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> join(message, from, PIECES.get(random.nextInt(PIECES.size())), message, from);
            case 1 -> join(message, from, PIECES.get(random.nextInt(PIECES.size())), message, to);
            case 2 -> join(message, from, new byte[0], message, to);
            case 3 -> join(message, from, Arrays.copyOfRange(message, from, to), message, from);
            case 4 ->
                join(
                        message,
                        from,
                        new byte[] {(byte) random.nextInt(256)},
                        message,
                        Math.min(from + 1, message.length));
            default -> spliced(message, from);
        };
    }

    private byte[] spliced(byte[] message, int from) {
        var other = any();
        return join(message, from, new byte[0], other, random.nextInt(other.length + 1));
    }

    private static byte[] join(byte[] head, int headTo, byte[] middle, byte[] tail, int tailFrom) {
        var out = new ByteArrayOutputStream();
        out.write(head, 0, headTo);
        out.writeBytes(middle);
        out.write(tail, tailFrom, tail.length - tailFrom);
        return out.toByteArray();
    }
}
