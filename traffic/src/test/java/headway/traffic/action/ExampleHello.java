package headway.traffic.action;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Hello messages of TLS, put together by hand (RFC 8446 4.1.2). */
final class ExampleHello {
    private ExampleHello() {}

    /** A client's that has what the fetches look for. */
    static byte[] client() {
        var extensions = join(
                block(0, sized(2, join(bytes(0), sized(2, text("a.example"))))),
                block(10, sized(2, bytes(0x00, 0x1d, 0x00, 0x17))),
                block(13, sized(2, bytes(4, 3, 8, 4))),
                block(16, sized(2, join(sized(1, text("h2")), sized(1, text("http/1.1"))))),
                block(35, bytes()),
                block(
                        51,
                        sized(
                                2,
                                join(bytes(0, 0x1d), sized(2, new byte[32]), bytes(0, 0x17), sized(2, new byte[65])))));
        return record(1, body(sized(2, extensions)));
    }

    /** One without extensions. */
    static byte[] bare() {
        return record(1, body(bytes()));
    }

    /** One whose list of extensions is empty. */
    static byte[] withoutExtensions() {
        return record(1, body(sized(2, bytes())));
    }

    static byte[] withTicket() {
        return record(1, body(sized(2, block(35, bytes(1, 2, 3)))));
    }

    static byte[] server() {
        return record(2, join(bytes(3, 3), new byte[32], bytes(0, 0x13, 0x01, 0)));
    }

    private static byte[] body(byte[] extensions) {
        return join(
                bytes(3, 3),
                new byte[32],
                sized(1, new byte[32]),
                sized(2, bytes(0x13, 2, 0x13, 3, 0x13, 1)),
                sized(1, bytes(0)),
                extensions);
    }

    private static byte[] record(int type, byte[] body) {
        return join(bytes(0x16, 3, 1), sized(2, join(bytes(type), sized(3, body))));
    }

    private static byte[] block(int type, byte[] content) {
        return join(bytes(type >> 8, type), sized(2, content));
    }

    private static byte[] sized(int width, byte[] content) {
        var length = new byte[width];
        for (var i = 0; i < width; i++) length[i] = (byte) (content.length >> 8 * (width - 1 - i));
        return join(length, content);
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
