package headway.base.units;

/** What stands behind the colon of an address. */
public sealed interface Ports {
    /** No colon, or nothing behind it. */
    record None() implements Ports {}

    /** One port (then both are equal) or a range with both its ends. */
    record Range(int low, int high) implements Ports {
        public boolean isOne() {
            return low == high;
        }
    }

    /** {@code +n} or {@code -n}: that much away from the port the client connected to. */
    record Offset(int value) implements Ports {}

    /** Reads what stands behind the colon. */
    static Ports parse(String text) throws AddressException {
        if (text.isEmpty()) return new None();
        var first = text.charAt(0);
        if (first == '+') return new Offset(port(text.substring(1), text));
        if (first == '-') return new Offset(-port(text.substring(1), text));
        var dash = text.indexOf('-');
        if (dash < 0) {
            var port = port(text, text);
            return new Range(port, port);
        }
        var low = port(text.substring(0, dash), text);
        var high = port(text.substring(dash + 1), text);
        if (low > high) throw new AddressException("invalid port range '" + text + "'");
        return new Range(low, high);
    }

    private static int port(String digits, String whole) throws AddressException {
        var isNumber =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) throw new AddressException("invalid character in port number '" + whole + "'");
        var port = Integer.parseInt(digits);
        if (port > 65535) throw new AddressException("invalid port '" + whole + "'");
        return port;
    }
}
